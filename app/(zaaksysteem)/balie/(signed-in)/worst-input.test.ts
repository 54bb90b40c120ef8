import { expect, test } from 'vitest'
import type { z } from 'zod'
import { ownPath } from '#lib/platform/sign-in/own-path.ts'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { statusForm } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { registerForm } from './abonnementen/abonnement-fields.ts'
import { createForm } from './api-clients/api-client-fields.ts'
import { readVerdeelForm } from './verdelen/read-verdeel-form.ts'
import { weergaveForm } from './weergaven/weergave-verrichtingen.ts'
import { readWholeList } from './werkvoorraad-filter.ts'
import { hiddenFields } from './zaken/[zaakId]/handeling-fields.ts'
import { notitieForm } from './zaken/[zaakId]/zaak-verrichtingen.ts'

/** Next.js accepts a megabyte per form; one large field suffices to see the growth. */
const TEXT_LENGTH = 250_000
const lengths = { ordinary: 'x'.repeat(TEXT_LENGTH), texts: worstTexts(TEXT_LENGTH) }

const ik = { id: '', sessieId: '' }

/** Reads the form, ignoring the 404 for input that no page of ours sends. */
function attempt(schema: z.ZodType, fields: Record<string, string>) {
  attemptTo(() => readForm(schema, formDataOf(fields)))
}

function attemptTo(read: () => unknown) {
  try {
    read()
  } catch (error) {
    expect(String(error)).toContain('404')
  }
}

test.each([
  ...['sink', 'naam', 'contact', 'types', 'zaaktypen', 'maxGelijktijdig', 'filters'].map((name) => [
    name,
    lengths.ordinary,
  ]),
  ['herhaalschema', '1 m,'.repeat(TEXT_LENGTH / 4)],
] as [string, string][])('every %s in the form of an abonnement is read in linear time', async (name, ordinary) => {
  const texts = ['naam', 'sink', 'contact', 'contentmodus', 'herhaalschema', 'maxGelijktijdig', 'filters']
  const empty = Object.fromEntries(texts.map((each) => [each, '']))
  const read = (text: string) => expect(readForm(registerForm, formDataOf({ ...empty, [name]: text })).ok).toBe(false)
  const lists = ['1', '{}', '{"all":[]}'].map((each) => `[${`${each},`.repeat(TEXT_LENGTH / (each.length + 1))}1]`)
  await expectLinear(read, { texts: [...lengths.texts, ...(name === 'filters' ? lists : [])], ordinary })
})

test.each(['naam', 'contact', 'scopes', 'zaaktypen', 'types', 'verlooptOp'])(
  'every %s in the form of an API client is read in linear time',
  async (name) => {
    const schema = createForm(new Date())
    const fields = { naam: 'app', contact: '', verlooptOp: '' }
    const read = (text: string) => expect(readForm(schema, formDataOf({ ...fields, [name]: text })).ok).toBe(false)
    await expectLinear(read, lengths)
  },
)

test.each(['statustype', 'resultaat', 'toelichting', 'versie', 'zaakId'])(
  'every %s in the form of a zaak is read in linear time',
  async (name) => {
    const hidden = { handeling: 'status', zaakId: crypto.randomUUID(), versie: '1' }
    const read = (text: string) => attempt(statusForm.and(hiddenFields), { ...hidden, [name]: text })
    await expectLinear(read, { ...lengths, ordinary: '1'.repeat(TEXT_LENGTH) })
  },
)

test.each(['zaak', 'naar', 'knop'])('every %s in the form that gives zaken is read in linear time', async (name) => {
  const ordinary = { zaak: `${crypto.randomUUID()}//Omgeving`, naar: crypto.randomUUID() }
  const read = (text: string) =>
    attemptTo(() => readVerdeelForm(formDataOf({ ...ordinary, [name]: text }), crypto.randomUUID()))
  await expectLinear(read, lengths)
})

test.each(['naam', 'vraag'])('every %s of a weergave is read in linear time', async (name) => {
  const read = (text: string) => attempt(weergaveForm, { lijst: 'open', vraag: '', naam: 'x', [name]: text })
  await expectLinear(read, lengths)
})

test.each(['zoek', 'lijst', 'team'])('every %s of a list that is chosen whole is read in linear time', async (name) => {
  const ctx = { env: { ZAAKSYSTEEM_ENCRYPTION_KEYS: [{ id: 'nu', key: new Uint8Array(32).fill(1) }] } }
  const read = (text: string) => readWholeList(ctx as never, new URLSearchParams(`lijst=open&${name}=${text}`), ik)
  await expectLinear(read, lengths)
})

test('every notitie is read in linear time', async () => {
  await expectLinear((notitie) => attempt(notitieForm, { zaakId: crypto.randomUUID(), notitie }), lengths)
})

test('every address to go to after signing in is read in linear time', async () => {
  const site = { root: '/balie', url: 'https://zaaksysteem.example' }
  await expectLinear((text) => ownPath(text, site), lengths)
  await expectLinear((text) => ownPath(`/balie${text}`, site), lengths)
})
