import { expect, test } from 'vitest'
import { nameOfBrowser } from './add-apparaat.ts'

test.each([
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome (Android)',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari (iOS)',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox (Windows)'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox (Linux)'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Microsoft Edge (Windows)',
  ],
])('%s is %s', (userAgent, naam) => {
  expect(nameOfBrowser(userAgent)).toBe(naam)
})

test('a browser that does not say has no name, and a long text gives no long one', () => {
  for (const userAgent of [null, '', 'x']) expect(nameOfBrowser(userAgent)).toBeNull()
  const long = nameOfBrowser(`Mozilla/5.0 (${'a;'.repeat(50_000)}) ${'b'.repeat(1_000)}/1`)
  expect((long ?? '').length).toBeLessThanOrEqual(60)
})
