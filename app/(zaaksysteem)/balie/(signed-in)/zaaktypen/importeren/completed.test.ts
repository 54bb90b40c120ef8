import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { readCatalogus } from '#lib/zaaksysteem/catalogus/import/read-catalogus.ts'
import { untouched } from '../[identificatie]/test-untouched.ts'
import { zaaktypeForm } from '../[identificatie]/zaaktype-form.ts'

const RECORDED = JSON.parse(readFileSync('lib/zaaksysteem/catalogus/import/recorded-answers.json', 'utf8'))
const TEAMS = ['Parkeren en verkeer'].map((value) => ({ value, label: value }))

const read = readCatalogus(
  ['ztc-zaaktype-200', 'ztc-statustypen-200', 'ztc-resultaattype-200'].map((naam) => ({
    naam,
    bytes: Buffer.from(JSON.stringify(RECORDED[naam])),
  })),
)
if (!read.ok) throw new Error(read.reason)
const { gegevens } = read

test('the form of an imported zaaktype names each empty required field, and is valid once those are filled in', () => {
  const form = readForm(zaaktypeForm(gegevens, TEAMS), formDataOf(untouched(gegevens, TEAMS)))
  if (form.ok) throw new Error('It lacks nothing')
  const missing = form.refusal.errors.map(({ name }) => name)
  expect(missing).toContain('team')
  expect(missing).toContain('doorlooptijd.grondslag')
  const filled = Object.fromEntries(missing.map((name) => [name, 'Ingevuld.']))
  const typed = { ...untouched(gegevens, TEAMS), ...filled, team: 'Parkeren en verkeer' }
  const again = readForm(zaaktypeForm(gegevens, TEAMS), formDataOf(typed))
  expect(again.ok || again.refusal.errors).toBe(true)
})
