import { expect, test } from 'vitest'
import type { z } from 'zod'
import {
  aanvullingsverzoekRequest,
  documentRequest,
  doorzendingRequest,
  internDocumentRequest,
} from '#lib/contract/handeling-requests.ts'
import { line } from '#lib/contract/text.ts'
import { textClaim } from '#lib/platform/sign-in/claims.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { readRollen } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { REQUEST_AANVULLING_PAGE } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling-page.ts'
import { ADD_DOCUMENT_TO_ZAAK_PAGE } from '#lib/zaaksysteem/zaak/handelingen/document/add-document-page.ts'
import { FORWARD_ZAAK_PAGE } from '#lib/zaaksysteem/zaak/handelingen/doorzending/forward-zaak.ts'
import { GEGEVENS_RULES } from '#lib/zaaksysteem/zaak/registratie/check-aanvraag.ts'
import { registerForm } from './abonnementen/abonnement-fields.ts'
import { weergaveForm } from './weergaven/weergave-verrichtingen.ts'
import { standaardtekst } from './zaaktypen/[identificatie]/zaaktype-rows.ts'
import { naam as teamnaam } from './zaaktypen/teams/team-verrichtingen.ts'
import { briefFields } from './zaken/[zaakId]/brief/write-brief.ts'
import { notitieForm } from './zaken/[zaakId]/zaak-verrichtingen.ts'

const ID = '0199a000-0000-7000-8000-000000000123'
/** Bidirectional controls: the first name displays as `factuur-exe.pdf`. */
const TURNED = ['factuur-\u202Efdp.exe', 'a\u202Ab', 'a\u202Bb', 'a\u2066b\u2069', 'a\u2067b', 'a\u2028b']
/** Arabic and Hebrew with the marks of their keyboards, and a name with a zero-width joiner. */
const GOOD = ['طلب رخصة \u200F2026', 'בקשה \u200Eלהיתר', 'نامه\u200Cها']

/** Returns the errors of one field only. */
const errorsOf = (form: z.ZodType, fields: Record<string, string>, name: string) =>
  (form.safeParse(fields).error?.issues ?? []).flatMap(({ path, message }) => (path[0] === name ? [message] : []))

test.each<[string, z.ZodType, string]>([
  ['an abonnement', registerForm, 'naam'],
  ['a weergave', weergaveForm, 'naam'],
  ['a standaardtekst', standaardtekst, 'naam'],
  ['what is asked of the aanvrager', REQUEST_AANVULLING_PAGE.form, 'naam0'],
  ['a document', ADD_DOCUMENT_TO_ZAAK_PAGE.form, 'titel'],
  ['where a zaak is sent on to', FORWARD_ZAAK_PAGE.form, 'naar'],
  ['a letter', briefFields, 'kop'],
])('the desk refuses bidirectional controls in the name of %s, with a sentence', (_, form, name) => {
  const about = (text: string) => errorsOf(form, { [name]: text }, name)
  for (const text of TURNED) expect(about(text), JSON.stringify(text)).toEqual([staff.eenRegel])
  for (const text of GOOD) expect(about(text), text).not.toContain(staff.eenRegel)
})

test.each<[string, (text: string) => boolean]>([
  ['an abonnement', (text) => line(100).safeParse(text).success],
  ['a document', (text) => documentRequest.shape.titel.safeParse(text).success],
  ['a document that the aanvrager does not read', (text) => internDocumentRequest.shape.titel.safeParse(text).success],
  ['where a zaak is sent on to', (text) => doorzendingRequest.shape.naar.safeParse(text).success],
  [
    'what is asked of the aanvrager',
    (text) => aanvullingsverzoekRequest.shape.aanvullingen.safeParse([{ naam: text }]).success,
  ],
  ['a zaak', (text) => !brokenBy({ omschrijving: text, aanvrager: { naam: 'J. de Vries' } })],
  ['an aanvrager', (text) => !brokenBy({ omschrijving: 'Dakkapel', aanvrager: { naam: text } })],
  ['a team in a rol', (text) => readRollen([`behandelaar:${encodeURIComponent(text)}`]).length === 1],
  ['a team', (text) => teamnaam.safeParse(text).success],
])('a name of %s with bidirectional controls or two lines is refused', (_, takes) => {
  for (const text of [...TURNED, 'a\r\nb', 'a\nb', 'a\u0000b']) expect(takes(text), JSON.stringify(text)).toBe(false)
  for (const text of GOOD) expect(takes(text), text).toBe(true)
})

function brokenBy({ omschrijving, aanvrager }: { omschrijving: string; aanvrager: { naam: string } }) {
  const aanvraag = { omschrijving, aanvrager: { ...aanvrager, bsn: '999990342' } }
  return GEGEVENS_RULES.some(({ broken }) => broken({ aanvraag }))
}

test('a name from the identity provider is read without bidirectional controls', () => {
  expect(textClaim({ sub: '1', name: 'Jan\u202E seirV ed\u2066' }, 'name')).toBe('Jan seirV ed')
})

test('a text of several lines keeps bidirectional controls, such as those around a copied telephone number', () => {
  expect(errorsOf(notitieForm, { zaakId: ID, notitie: 'Bel \u202A06 12345678\u202C' }, 'notitie')).toEqual([])
})
