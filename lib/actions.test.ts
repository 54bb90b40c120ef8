import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, ROOT, sourceFiles } from './test-source-files.ts'

// Anybody can call a server action, with anything for its arguments. `readForm` and `readHidden` find nothing
// (404) in what is no form; what reads a form by itself would end in a 500.

const sources = sourceFiles()
  .filter((file) => /^(app|lib)\//.test(file) && !isTest(file))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
const actions = sources.filter(({ text }) => text.startsWith("'use server'"))

const READS_A_FORM = /\b(?:form|formData)\??\.(?:get|getAll|has|entries)\(/
const PARAMETERS = /export async function \w+\(([^)]*)\)/g
const ONLY_A_FORM = /^(?:\s*_: unknown,\s*)?(?:form|formData): FormData,?\s*$|^$/

test('no form is read before it is known to be one', () => {
  const unsure = sources.filter(({ text }) => READS_A_FORM.test(text) && !text.includes('instanceof FormData'))
  expect(unsure.map(({ file }) => file)).toEqual([])
})

test('what an action is sent besides a form is checked', () => {
  const parameters = actions.flatMap(({ file, text }) =>
    [...text.matchAll(PARAMETERS)].map(([, sent = '']) => ({ file, sent, isChecked: text.includes('.safeParse(') })),
  )
  expect(parameters.length).toBeGreaterThan(50)
  expect(parameters.filter(({ sent, isChecked }) => !ONLY_A_FORM.test(sent) && !isChecked)).toEqual([])
})
