import { expect, test } from 'vitest'
import { problems } from '../../operations/problems.ts'
import { testService } from '../../../test/service.ts'
import { callV1 } from '../../../test/v1.ts'

test('anybody may read the document, and ask whether it is still the same', async () => {
  const service = await testService()
  const first = await callV1(service, { at: '/openapi.json' })
  expect(first).toMatchObject({ status: 200, json: { openapi: '3.1.1' } })
  expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const etag = first.headers.get('etag') ?? ''
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await callV1(service, { at: '/openapi.json?x=1', headers: { 'if-none-match': tag } })
    expect(again).toMatchObject({ status: 304, text: '' })
    expect(again.headers.get('etag')).toBe(etag)
  }
  const stale = { 'if-none-match': '"other"' }
  expect(await callV1(service, { at: '/openapi.json', headers: stale })).toMatchObject({ status: 200 })
  expect(await callV1(service, { at: '/openapi.json', method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  expect(await callV1(service, { at: '/openapi.json', method: 'POST' })).toMatchObject({ status: 404 })
})

test('people have a reference, and a page for the type of each problem', async () => {
  const service = await testService()
  const paths = ['/docs', '/docs/', '/problems', ...Object.values(problems).map(({ slug }) => `/problems/${slug}`)]
  for (const at of paths) {
    const page = await callV1(service, { at })
    expect(page).toMatchObject({ status: 200 })
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  }
  expect(await callV1(service, { at: '/problems/none' })).toMatchObject({
    status: 404,
    json: { type: '/v1/problems/unknown-path' },
  })
})
