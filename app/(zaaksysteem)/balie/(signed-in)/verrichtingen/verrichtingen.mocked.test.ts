import { globSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { performVerrichting, submitVerrichting } from './perform-verrichting.ts'
import { verrichting } from './verrichting.ts'
import { VERRICHTINGEN } from './verrichtingen.ts'

const signedIn = vi.hoisted(() => ({ rollen: undefined as string[] | undefined }))

const NOBODY = 'nobody is signed in'
const NOT_FOUND = /;404$/

vi.mock('next/headers', () => ({ headers: async () => new Headers() }))
vi.mock('next/cache', () => ({ refresh: () => {} }))
vi.mock('#lib/zaaksysteem/sign-in/sign-in.ts', () => ({
  async requireBehandelaar() {
    if (!signedIn.rollen) throw new Error(NOBODY)
    return { id: crypto.randomUUID(), sessieId: '', naam: 'B', team: 'T', rollen: signedIn.rollen }
  },
}))

const ctx = await openTestZaaksysteem()
Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })
beforeEach(() => {
  signedIn.rollen = undefined
})

const names = [...VERRICHTINGEN.keys()]
const submit = (naam: string) => submitVerrichting(undefined, formDataOf({ verrichting: naam }))

/** Returns the digest of the error that an action throws for Next.js, or the message of any other. */
const thrownBy = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    ({ digest, message }: { digest?: string; message: string }) => digest ?? message,
  )

test('the table has every described verrichting, each with a name of its own', () => {
  const described = globSync('app/(zaaksysteem)/**/*.{ts,tsx}', { cwd: process.cwd() })
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/= verrichting\(\{\s+naam: '([\w-]+)'/g)])
    .map(([, naam]) => naam)
  expect(names.length).toBeGreaterThan(0)
  expect(names.toSorted()).toEqual(described.toSorted())
})

/** Each of these checks the recht on the zaak itself. */
const RECHT_OP_ZAAK = [
  'intern-document-intrekken',
  'intern-document-toevoegen',
  'notitie-toevoegen',
  'notitie-verbeteren',
  'zaak-vertrouwelijk',
]

/** Each of these changes only what belongs to the behandelaar. */
const OWN = [
  'kolommen-kiezen',
  'mailvoorkeur-zetten',
  'signaleringen-gezien',
  'weergave-bewaren',
  'weergave-verwijderen',
]

test('every verrichting needs a recht of the desk, except those that check it on the zaak or are about own things', () => {
  const without = [...VERRICHTINGEN.values()].filter(({ recht }) => recht === undefined)
  expect(without.map(({ naam }) => naam).toSorted()).toEqual([...RECHT_OP_ZAAK, ...OWN].toSorted())
})

test('only a behandelaar with the recht of a verrichting performs it', async () => {
  const perform = vi.fn(async () => 'gedaan' as const)
  const described = verrichting({ naam: 'x', recht: 'vernietigen', form: z.object({}), perform })
  signedIn.rollen = ['behandelaar', 'coordinator']
  expect(await thrownBy(described.submit(formDataOf({})))).toMatch(NOT_FOUND)
  expect(perform).not.toHaveBeenCalled()
  signedIn.rollen = ['archivaris']
  expect(await described.submit(formDataOf({}))).toEqual({ errors: [], answer: 'gedaan' })
  expect(perform).toHaveBeenCalledOnce()
})

test.each(names)('%s asks who is signed in, before it reads the form', async (naam) => {
  expect(await thrownBy(submit(naam))).toBe(NOBODY)
  expect(await thrownBy(performVerrichting(formDataOf({ verrichting: naam })))).toBe(NOBODY)
})

test.each(names.filter((naam) => !OWN.includes(naam)))(
  '%s answers 404 to a behandelaar without any recht, and writes nothing',
  async (naam) => {
    signedIn.rollen = []
    const before = await ctx.db.auditregel.count()
    expect(await thrownBy(submit(naam))).toMatch(NOT_FOUND)
    expect(await ctx.db.auditregel.count()).toBe(before)
  },
)

test.each([['gibberish'], ['constructor'], ['']])('a form that names %j answers 404', async (naam) => {
  signedIn.rollen = ['beheerder']
  expect(await thrownBy(submit(naam))).toMatch(NOT_FOUND)
  expect(await thrownBy(submitVerrichting(undefined, 'no form' as never))).toMatch(NOT_FOUND)
})
