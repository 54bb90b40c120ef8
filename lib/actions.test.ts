import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, ROOT, sourceFiles } from './test-source-files.ts'

// Anybody can call a server action with any arguments. `readForm` and `readHidden` answer 404 to an argument
// that is not a FormData; an action that reads the form by itself would answer 500.

const sources = sourceFiles()
  .filter((file) => /^(app|lib)\//.test(file) && !isTest(file))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
const actions = sources.filter(({ text }) => text.startsWith("'use server'"))

const READS_A_FORM = /\b(?:form|formData)\??\.(?:get|getAll|has|entries)\(/
const PARAMETERS = /export async function \w+\(([^)]*)\)/g
const ONLY_A_FORM = /^(?:\s*_: unknown,\s*)?(?:form|formData): FormData,?\s*$|^$/

test('every module that reads a form checks first that it is a FormData', () => {
  const unsure = sources.filter(({ text }) => READS_A_FORM.test(text) && !text.includes('instanceof FormData'))
  expect(unsure.map(({ file }) => file)).toEqual([])
})

test('an action with other arguments than a form checks them with a schema', () => {
  const parameters = actions.flatMap(({ file, text }) =>
    [...text.matchAll(PARAMETERS)].map(([, sent = '']) => ({ file, sent, isChecked: text.includes('.safeParse(') })),
  )
  expect(parameters.length).toBeGreaterThan(50)
  expect(parameters.filter(({ sent, isChecked }) => !ONLY_A_FORM.test(sent) && !isChecked)).toEqual([])
})
