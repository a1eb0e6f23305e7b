/** A database of its own on the PostgreSQL of the test run, for tests that leave the server itself alone. */
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { template } from '../databases.ts'
import { databaseOn, runSql } from '../postgres.ts'
import { fill } from './cluster.ts'

/** With the shop `alice`, as each cluster has it. */
export async function filledDatabase(): Promise<string> {
  const database = await newDatabase(`template ${template}`)
  await fill(database)
  return database
}

/** Without any table. */
export async function emptyDatabase(): Promise<string> {
  return newDatabase('')
}

async function newDatabase(how: string): Promise<string> {
  const name = `faults_${randomUUID().replaceAll('-', '')}`
  await runSql(inject('postgresUrl'), `create database ${name} ${how}`)
  return databaseOn(inject('postgresUrl'), name)
}

/** The same database by another way. */
export function throughPort(url: string, ...ports: readonly number[]): string {
  return url.replace(/(?<=@)[^/]+/, ports.map((port) => `127.0.0.1:${port}`).join())
}

export function portIn(url: string): number {
  return Number(new URL(url).port)
}
