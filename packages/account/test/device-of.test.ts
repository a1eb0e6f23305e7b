import { expect, test } from 'vitest'
import { deviceOf } from '../src/pages/security/device-of.ts'

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0'

test.each([
  [`${mac} Version/18.3 Safari/605.1.15`, 'Safari, macOS'],
  [`${windows} Safari/537.36`, 'Chrome, Windows'],
  [`${windows} Safari/537.36 Edg/140.0.0.0`, 'Edge, Windows'],
  [`${windows} YaBrowser/25.8.0 Safari/537.36`, 'Yandex, Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
    'Chrome, iPhone',
  ],
  ['curl/8.14.1', 'curl/8.14.1'],
  ['x'.repeat(500), 'x'.repeat(60)],
])('%#: %s is shown as people call it', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})
