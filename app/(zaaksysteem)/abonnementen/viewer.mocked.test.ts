import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { rotateGeheim } from '#lib/zaaksysteem/abonnement/geheim/rotate-geheim.ts'
import { signInClient } from '#lib/zaaksysteem/api-client/client-sessie.ts'
import { createTestClient } from '#lib/zaaksysteem/api-client/test-api-client.ts'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { createTestBezorging, createTestGebeurtenis } from '#lib/zaaksysteem/bezorging/overzicht/test-bezorging.ts'
import { addAbonnement } from '#lib/zaaksysteem/bezorging/test-abonnement.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import {
  askToestemmingAction,
  pauseAbonnementAction,
  redeliverAction,
  redeliverAllAction,
  rotateGeheimAction,
  sendProefberichtAction,
} from './abonnement-actions.ts'
import { AbonnementPage } from './abonnement-page.tsx'
import { BezorgingPage } from './bezorging-page.tsx'
import { loadAbonnement, loadBezorging } from './require-viewer.ts'

const browser = vi.hoisted(() => ({ cookie: '', taal: 'nl', behandelaar: undefined as object | undefined }))

vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: (name: string) => ({ value: name.includes('session') ? browser.cookie : '' }) }),
}))
vi.mock('#lib/ui/text/current-taal.ts', () => ({ currentTaal: async () => browser.taal }))
vi.mock('#lib/zaaksysteem/sign-in/sign-in.ts', () => ({
  requireBehandelaar: async () => browser.behandelaar ?? Promise.reject({ digest: 'to the sign-in of the desk' }),
}))

const ctx = await openTestZaaksysteem()
Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })

/** Signs a new client in, and returns an abonnement of it with one bezorging. */
async function supplier() {
  const { token, naam } = await createTestClient(ctx, { scopes: ['abonnementen.beheren', 'zaken.lezen'] })
  const signedIn = await signInClient(ctx, { token, party: naam, headers: new Headers() })
  browser.cookie = signedIn.ok ? signedIn.cookie : expect.fail(signedIn.reason)
  const abonnementId = await addAbonnement(ctx, { client: naam, credentialtype: 'STANDARDWEBHOOKS' })
  await rotateGeheim(ctx, { id: abonnementId, actor: OPDRACHTREGEL, overlapHours: 0 })
  const gebeurtenis = await createTestGebeurtenis(ctx)
  const bezorgingId = await createTestBezorging(ctx, { abonnementId, gebeurtenis, status: 'mislukt', pogingen: 1 })
  return { naam, abonnementId, bezorgingId, cookie: browser.cookie }
}

async function signInBeheerder() {
  const data = { subject: crypto.randomUUID(), naam: 'B', team: 'T', rollen: ['beheerder'] }
  browser.behandelaar = await ctx.db.behandelaar.create({ data })
}

/** The digest that determines which page Next.js shows. */
const digestOf = (door: Promise<unknown>) =>
  door.then(
    () => 'answered',
    ({ digest }: { digest?: string }) => digest,
  )

type Ids = Pick<Awaited<ReturnType<typeof supplier>>, 'abonnementId' | 'bezorgingId'>

const DOORS: Record<string, (ids: Ids, rol: 'client' | 'beheerder') => Promise<unknown>> = {
  'the page of an abonnement': ({ abonnementId }, rol) => loadAbonnement(rol, abonnementId),
  'the page of a bezorging': ({ bezorgingId }, rol) => loadBezorging(rol, bezorgingId),
  pausing: ({ abonnementId }, rol) => pauseAbonnementAction(formDataOf({ rol, abonnementId })),
  'asking for toestemming': ({ abonnementId }, rol) => askToestemmingAction(formDataOf({ rol, abonnementId })),
  'redelivering all': ({ abonnementId }, rol) => redeliverAllAction(formDataOf({ rol, abonnementId })),
  'a new geheim': ({ abonnementId }, rol) => rotateGeheimAction(null, formDataOf({ rol, abonnementId })),
  'a proefbericht': ({ abonnementId }, rol) =>
    sendProefberichtAction(null, formDataOf({ rol, abonnementId, type: 'nl.overheid.zaken.zaak-geregistreerd' })),
  'redelivering one': ({ bezorgingId }, rol) => redeliverAction(null, formDataOf({ rol, bezorgingId, pogingen: '1' })),
}

test.each(Object.entries(DOORS))('%s: what another client owns answers a client as missing', async (_, open) => {
  const foreign = await supplier()
  await supplier()
  const stored = () =>
    ctx.db.abonnement.findUniqueOrThrow({ where: { id: foreign.abonnementId }, include: { geheimen: true } })
  const before = await stored()
  expect(await digestOf(open(foreign, 'client'))).toMatch(/;404$/)
  expect(await stored()).toEqual(before)
  browser.cookie = foreign.cookie
  expect(await digestOf(open(foreign, 'client'))).not.toMatch(/;404$/)
})

test.each(Object.entries(DOORS))('%s: a client gets nothing in the role of a beheerder', async (_, open) => {
  const own = await supplier()
  browser.behandelaar = undefined
  expect(await digestOf(open(own, 'beheerder'))).toBe('to the sign-in of the desk')
})

test.each(Object.entries(DOORS))('%s: a beheerder gets nothing in the role of a client', async (_, open) => {
  const any = await supplier()
  browser.cookie = ''
  await signInBeheerder()
  expect(await digestOf(open(any, 'client'))).toMatch(/^NEXT_REDIRECT;.*;\/ontwikkelaars\/mijn;/)
})

const SLOTS = { asked: {}, trail: null, children: null, subject: [] }

const linksOf = (html: string) => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href)

test.each([
  ['nl', 'De laatste poging mislukte.'],
  ['en', 'The last attempt failed.'],
])('a client reads both pages in %s, without a link to the desk', async (taal, sentence) => {
  browser.taal = taal
  const { abonnementId, bezorgingId } = await supplier()
  const abonnement = renderToStaticMarkup(
    createElement(AbonnementPage, { ...(await loadAbonnement('client', abonnementId)), ...SLOTS }),
  )
  const bezorging = renderToStaticMarkup(
    createElement(BezorgingPage, { ...(await loadBezorging('client', bezorgingId)), ...SLOTS }),
  )
  expect(bezorging).toContain(sentence)
  const links = linksOf(abonnement + bezorging)
  expect(links.filter((href) => !href.startsWith('/ontwikkelaars/'))).toEqual([])
  browser.taal = 'nl'
})

test('a beheerder reads the same pages, with the links of the desk', async () => {
  const { abonnementId } = await supplier()
  await signInBeheerder()
  const loaded = await loadAbonnement('beheerder', abonnementId)
  const html = renderToStaticMarkup(createElement(AbonnementPage, { ...loaded, ...SLOTS }))
  const path = `/balie/abonnementen/${abonnementId}`
  expect(linksOf(html)).toEqual(expect.arrayContaining([`${path}/wijzigen`, `${path}/verwijderen`]))
})
