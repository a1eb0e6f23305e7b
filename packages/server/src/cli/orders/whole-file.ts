/** Files that are there whole or not at all: written beside, on disk, and then renamed. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { CommandError } from '../command-error.ts'

/** Orders are about people: nobody but the owner may read them. */
const ownerOnly = 0o600

/** Gives `work` a function that appends; the file takes its name, over an older one, when `work` is done. */
export async function writeWholeFile<Result>(
  path: string,
  work: (append: (text: string) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const draft = `${path}.${process.pid}.part`
  const file = await openDraft(path, draft)
  try {
    const result = await work((text) => file.appendFile(text))
    await file.sync()
    await file.close()
    await rename(draft, path)
    return result
  } catch (error) {
    await discard(file, draft)
    throw error
  }
}

async function openDraft(path: string, draft: string): Promise<FileHandle> {
  try {
    return await open(draft, 'wx', ownerOnly)
  } catch (cause) {
    throw new CommandError(`${path} cannot be written: its folder does not exist, or may not be written to.`, { cause })
  }
}

async function discard(file: FileHandle, draft: string): Promise<void> {
  await file.close()
  await rm(draft, { force: true })
}
