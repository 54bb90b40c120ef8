import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const PLACE = /`([^`\s]+\.tsx?)`(?:\s*·\s*`(\w+)`)?/g
const places = [...readFileSync(join(import.meta.dirname, 'walk.md'), 'utf8').matchAll(PLACE)].map(
  ([, file = '', name]) => [file, name] as const,
)

test('the walk names files with their exports', () => {
  expect(places.filter(([, name]) => name).length).toBeGreaterThan(25)
})

test('the walk can be read in one sitting', () => {
  expect(new Set(places.map(([file]) => file)).size).toBeLessThanOrEqual(40)
})

test.each(places)('%s exports %s, as docs/walk.md says', (file, name) => {
  expect(existsSync(join(ROOT, file))).toBe(true)
  if (!name) return
  const source = readFileSync(join(ROOT, file), 'utf8')
  expect(source).toMatch(new RegExp(`^export (async )?(function\\*?|const) ${name}\\b`, 'm'))
})
