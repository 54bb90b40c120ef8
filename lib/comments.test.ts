import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, sourceFiles } from './test-source-files.ts'

const MAX_COLUMNS = 110

/** A comment that opens so has no subject: it has to be solved before it can be read. */
const HEADLESS = /^(?:What|Whether|Where|Of|By|As|One (?:that|of)|Who|Whoever|Whose|Which)\b/

/** Files that a hash fixes or a tool generates. */
const HELD = /^tools\/api\/(?:clients?\/|documents\.rules)|^public\//

/** A line with only a comment: its marker, and its text. */
const COMMENT = /^\s*(\{?\/\*\*?|\/\/|\*|--)(?:\s|$)(.*)$/

type Line = { at: string; text: string; isFirst: boolean; columns: number }

function commentsIn(file: string): Line[] {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    const [, mark = '', text = ''] = COMMENT.exec(line) ?? []
    if (!mark) return []
    const [, before = '', said = ''] = COMMENT.exec(lines[index - 1] ?? '') ?? []
    const continues = mark === '*' ? (before === '*' ? said !== '' : said !== '') : before === mark && mark !== '/**'
    const isFirst = mark.includes('/*') || !continues
    return [{ at: `${file}:${index + 1}`, text, isFirst, columns: line.length }]
  })
}

const comments = sourceFiles()
  .filter((file) => !HELD.test(file))
  .flatMap(commentsIn)

test('a comment opens with its subject', () => {
  expect(comments.length).toBeGreaterThan(5_000)
  expect(
    comments.filter(({ text, isFirst }) => isFirst && HEADLESS.test(text)).map(({ at, text }) => `${at}: ${text}`),
  ).toEqual([])
})

test(`a line of a comment has at most ${MAX_COLUMNS} columns`, () => {
  const isLong = ({ columns, text }: Line) => columns > MAX_COLUMNS && !/biome-ignore|https?:/.test(text)
  expect(comments.filter(isLong).map(({ at }) => at)).toEqual([])
})
