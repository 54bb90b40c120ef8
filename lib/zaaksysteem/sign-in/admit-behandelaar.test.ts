import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { createSessie, endSessiesOfBehandelaar, findBehandelaarOfSessie } from './sessies.ts'
import { admitBehandelaar } from './sign-in.ts'

let now = new Date('2026-11-25T08:00:00Z')

const ctx = await openTestZaaksysteem({
  clock: () => now,
  env: { ZAAKSYSTEEM_OIDC_ROLLEN_CLAIM: 'realm_access.roles', ZAAKSYSTEEM_OIDC_NAAM_CLAIM: 'weergavenaam' },
})

const claims = (sub: string, roles: unknown, rest: object = {}) => ({
  sub,
  weergavenaam: 'B. de Boer',
  team: 'Parkeren',
  realm_access: { roles },
  ...rest,
})

const rowOf = (subject: string) => ctx.db.behandelaar.findUnique({ where: { subject } })

async function admit(sub: string, roles: unknown, rest: object = {}): Promise<string> {
  const identification = await admitBehandelaar(ctx, claims(sub, roles, rest))
  if (!identification.ok) throw new Error(identification.fout)
  return identification.account
}

test('the first sign-in inserts a row, and each later one updates it', async () => {
  const id = await admit('a', ['behandelaar', 'offline_access'])
  expect(await rowOf('a')).toMatchObject({ id, naam: 'B. de Boer', team: 'Parkeren', rollen: ['behandelaar'] })
  const moved = { weergavenaam: 'B. de Boer-Smit', team: 'Vergunningen' }
  expect(await admit('a', ['beheerder', 'coordinator', 'heropenen', 'behandelaar'], moved)).toBe(id)
  expect(await rowOf('a')).toMatchObject({
    naam: 'B. de Boer-Smit',
    team: 'Vergunningen',
    rollen: ['beheerder', 'coordinator', 'heropenen', 'behandelaar'],
  })
})

test('roles are stored with their team, and one that allows reading gives access to the desk', async () => {
  await admit('team', ['behandelaar:Parkeren%20en%20verkeer', 'heropenen:Parkeren', 'lezer', 'wmo:Zorg'])
  expect(await rowOf('team')).toMatchObject({
    rollen: ['behandelaar:Parkeren en verkeer', 'heropenen:Parkeren', 'lezer'],
  })
})

test('concurrent first sign-ins insert one row', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => admit('twice', ['behandelaar'])))
  expect(new Set(ids).size).toBe(1)
})

test('a beheerder needs no other role', async () => {
  await admit('b', 'beheerder')
  expect(await rowOf('b')).toMatchObject({ rollen: ['beheerder'] })
})

test('without a team claim the team is empty, and without a name claim the subject is the name', async () => {
  await admit('c', ['behandelaar'], { team: undefined, weergavenaam: '\0' })
  expect(await rowOf('c')).toMatchObject({ naam: 'c', team: '' })
})

test.each([
  ['an address', { email: 'b.deboer@gemeente.test' }, 'b.deboer@gemeente.test'],
  ['a verified one', { email: 'b.deboer@gemeente.test', email_verified: true }, 'b.deboer@gemeente.test'],
  ['one that is not verified', { email: 'b.deboer@gemeente.test', email_verified: false }, null],
  ['one that is not verified, as a text', { email: 'b.deboer@gemeente.test', email_verified: 'false' }, null],
  ['two', { email: 'b@gemeente.test, c@elders.test' }, null],
  ['one with a line end', { email: 'b@gemeente.test\r\nBcc: c@elders.test' }, null],
  ['one that is too long', { email: `b@${'a.'.repeat(130)}test` }, null],
  ['a list', { email: ['b@gemeente.test'] }, null],
])('the email claim decides where mail goes: %s', async (_, rest, email) => {
  await admit('mail', ['behandelaar'], { email: 'oud@gemeente.test' })
  await admit('mail', ['behandelaar'], rest)
  expect(await rowOf('mail')).toMatchObject({ email })
})

test('a behandelaar who lost the role gets no more mail', async () => {
  await admit('weg', ['behandelaar'], { email: 'weg@gemeente.test' })
  await admitBehandelaar(ctx, claims('weg', [], { email: 'weg@gemeente.test' }))
  expect(await rowOf('weg')).toMatchObject({ email: null })
})

test.each([
  ['no claim', undefined],
  ['no roles', []],
  ['a right alone', ['heropenen']],
  ['roles in another spelling', ['Behandelaar', 'BEHEERDER', 'behandelaar ']],
  ['several roles in one text', 'behandelaar beheerder'],
  ['a role for a team without a name', ['behandelaar:', 'lezer: ', 'coordinator:%']],
  ['a right for a team alone', ['heropenen:Parkeren']],
  ['beheer of a team', ['beheerder:Parkeren']],
  ['roles as members', { behandelaar: true }],
])('%s gives no access', async (_, roles) => {
  expect(await admitBehandelaar(ctx, claims('d', roles))).toEqual({ ok: false, fout: 'onbekend' })
  expect(await rowOf('d')).toBeNull()
})

test('a behandelaar who lost the role loses sessies and rights, and others keep theirs', async () => {
  const id = await admit('e', ['beheerder'])
  const other = await createSessie(ctx, await admit('f', ['beheerder']))
  const sessies = [await createSessie(ctx, id), await createSessie(ctx, id)]
  expect(await admitBehandelaar(ctx, claims('e', []))).toEqual({ ok: false, fout: 'onbekend' })
  for (const { sessieId } of sessies) expect(await findBehandelaarOfSessie(ctx, sessieId)).toBeUndefined()
  expect(await rowOf('e')).toMatchObject({ naam: 'B. de Boer', rollen: [] })
  expect(await findBehandelaarOfSessie(ctx, other.sessieId)).toMatchObject({ rollen: ['beheerder'] })
})

test('a right that is removed at a sign-in is removed from the other sessies too', async () => {
  const { sessieId } = await createSessie(ctx, await admit('g', ['beheerder']))
  await admit('g', ['behandelaar'])
  expect(await findBehandelaarOfSessie(ctx, sessieId)).toMatchObject({ rollen: ['behandelaar'] })
})

test('ending the sessies of a behandelaar ends only his active ones, once', async () => {
  const id = await admit('h', ['behandelaar'])
  const other = await createSessie(ctx, await admit('i', ['behandelaar']))
  const early = await createSessie(ctx, id)
  now = new Date(now.getTime() + 60_000)
  await createSessie(ctx, id)
  const actor = { soort: 'behandelaar', id: await admit('beheerder', ['beheerder']) } as const
  expect(await endSessiesOfBehandelaar(ctx, { behandelaarId: id, actor })).toBe(2)
  expect(await endSessiesOfBehandelaar(ctx, { behandelaarId: id, actor })).toBe(0)
  expect(
    await ctx.db.auditregel.findMany({ where: { handeling: 'sessies_beeindigen', actor: actor.id } }),
  ).toMatchObject([{ objectSoort: 'behandelaar', objectId: id }])
  expect(await ctx.db.sessie.findUnique({ where: { id: early.sessieId } })).toMatchObject({ beeindigdOp: now })
  expect(await findBehandelaarOfSessie(ctx, other.sessieId)).toBeDefined()
})
