import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { readCatalogus } from '#lib/zaaksysteem/catalogus/import/read-catalogus.ts'
import type { Veld } from '../../velden.tsx'
import { zaaktypeForm } from '../[identificatie]/zaaktype-fields.ts'
import { zaaktypeVelden } from '../[identificatie]/zaaktype-velden.ts'

const RECORDED = JSON.parse(readFileSync('lib/zaaksysteem/catalogus/import/recorded-answers.json', 'utf8'))
const TEAMS = ['Parkeren en verkeer']

const read = readCatalogus(
  ['ztc-zaaktype-200', 'ztc-statustypen-200', 'ztc-resultaattype-200'].map((naam) => ({
    naam,
    bytes: Buffer.from(JSON.stringify(RECORDED[naam])),
  })),
)
if (!read.ok) throw new Error(read.reason)
const { gegevens } = read

/** What a browser sends when nothing was typed. */
function untouched(): Record<string, string> {
  const entries = (veld: Veld): [string, string][] => {
    if (veld.soort === 'groep') return veld.velden.flatMap(entries)
    if (veld.soort === 'vinkjes') return []
    if (veld.soort === 'vinkje') return veld.value ? [[veld.name, 'on']] : []
    return [[veld.name, String(veld.value ?? '')]]
  }
  const options = TEAMS.map((value) => ({ value, label: value }))
  return Object.fromEntries(zaaktypeVelden(gegevens, options).flatMap(entries))
}

test('the form of an imported zaaktype names each field that is empty, and takes it when those are filled in', () => {
  const form = readForm(zaaktypeForm(gegevens, TEAMS), formDataOf(untouched()))
  if (form.ok) throw new Error('It lacks nothing')
  const missing = form.refusal.errors.map(({ name }) => name)
  expect(missing).toContain('team')
  expect(missing).toContain('doorlooptijd.grondslag')
  const filled = Object.fromEntries(missing.map((name) => [name, 'Ingevuld.']))
  const typed = { ...untouched(), ...filled, team: 'Parkeren en verkeer' }
  const again = readForm(zaaktypeForm(gegevens, TEAMS), formDataOf(typed))
  expect(again.ok || again.refusal.errors).toBe(true)
})
