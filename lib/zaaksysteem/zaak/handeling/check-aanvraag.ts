import { z } from 'zod'
import { bsn, kvkNummer } from '#lib/contract/zaak-resource.ts'
import { findZaaktypen } from '../../catalogus/find-zaaktypen.ts'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { brokenRules, type Rule } from './rules.ts'

export const MAX_OMSCHRIJVING = 80
export const MAX_NAAM = 200
/** Earlier than any application that can be open: a typing error. */
export const EARLIEST_STARTDATUM = '1900-01-01'

/** What is asked of the municipality. Whatever was typed: `checkAanvraag` judges it. */
export type Aanvraag = {
  /** identificatie of a zaaktype */
  zaaktype: string
  /** at most 80 characters, without personal data */
  omschrijving: string
  /** a citizen with a BSN, or a company with a KvK-nummer */
  aanvrager: { naam: string; bsn?: string | undefined; kvkNummer?: string | undefined }
  behandelaar?: { id: string; subject?: never } | { id?: never; subject: string } | undefined
  /** the only zaaktypen that whoever registers may use; absent: all */
  zaaktypen?: readonly string[] | undefined
  /** day on which it was submitted, `yyyy-mm-dd`; today when absent */
  startdatum?: string | undefined
}

type Checked = { aanvraag: Aanvraag; today: string; zaaktype: Zaaktype | undefined; isBehandelaar: boolean }

/** PostgreSQL takes no NUL, and half a surrogate pair would be stored as another character; a form has U+FFFD for it. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\uFFFD]*$/u

const isDate = (text: string) => z.iso.date().safeParse(text).success

const RULES = [
  { reason: 'zaaktype_unknown', broken: ({ zaaktype }) => !zaaktype },
  { reason: 'omschrijving_missing', broken: ({ aanvraag }) => aanvraag.omschrijving.trim() === '' },
  { reason: 'omschrijving_too_long', broken: ({ aanvraag }) => aanvraag.omschrijving.length > MAX_OMSCHRIJVING },
  { reason: 'omschrijving_characters', broken: ({ aanvraag }) => !ONE_LINE.test(aanvraag.omschrijving) },
  {
    reason: 'aanvrager_not_one',
    broken: ({ aanvraag: { aanvrager } }) => (aanvrager.bsn === undefined) === (aanvrager.kvkNummer === undefined),
  },
  {
    reason: 'bsn_invalid',
    broken: ({ aanvraag: { aanvrager } }) => aanvrager.bsn !== undefined && !bsn.safeParse(aanvrager.bsn).success,
  },
  {
    reason: 'kvk_invalid',
    broken: ({ aanvraag: { aanvrager } }) =>
      aanvrager.kvkNummer !== undefined && !kvkNummer.safeParse(aanvrager.kvkNummer).success,
  },
  { reason: 'naam_missing', broken: ({ aanvraag }) => aanvraag.aanvrager.naam.trim() === '' },
  { reason: 'naam_too_long', broken: ({ aanvraag }) => aanvraag.aanvrager.naam.length > MAX_NAAM },
  { reason: 'naam_characters', broken: ({ aanvraag }) => !ONE_LINE.test(aanvraag.aanvrager.naam) },
  {
    reason: 'startdatum_invalid',
    broken: ({ aanvraag: { startdatum } }) => startdatum !== undefined && !isDate(startdatum),
  },
  {
    reason: 'startdatum_in_future',
    broken: ({ aanvraag: { startdatum }, today }) =>
      startdatum !== undefined && isDate(startdatum) && startdatum > today,
  },
  {
    reason: 'startdatum_too_early',
    broken: ({ aanvraag: { startdatum } }) =>
      startdatum !== undefined && isDate(startdatum) && startdatum < EARLIEST_STARTDATUM,
  },
  { reason: 'behandelaar_unknown', broken: ({ isBehandelaar }) => !isBehandelaar },
] as const satisfies Rule<string, Checked>[]

export type RegisterRefusal = (typeof RULES)[number]['reason']

/** Whether a zaak can be registered for it: all that is wrong at once, or the zaaktype and behandelaar that it names. */
export async function checkAanvraag(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool'>,
  aanvraag: Aanvraag,
  today: string,
): Promise<
  | { ok: true; zaaktype: Zaaktype; behandelaarId: string | null }
  | { ok: false; reason: 'refused'; broken: RegisterRefusal[] }
> {
  const { zaaktypen = [aanvraag.zaaktype] } = aanvraag
  const zaaktype = (await findZaaktypen(ctx)).find(
    ({ identificatie }) => identificatie === aanvraag.zaaktype && zaaktypen.includes(identificatie),
  )
  const behandelaarId = await findBehandelaarId(ctx.db, aanvraag.behandelaar)
  const isBehandelaar = behandelaarId !== null || aanvraag.behandelaar === undefined
  const broken = brokenRules(RULES, { aanvraag, today, zaaktype, isBehandelaar })
  if (!zaaktype || broken.length > 0) return { ok: false, reason: 'refused', broken }
  return { ok: true, zaaktype, behandelaarId }
}

async function findBehandelaarId(
  db: ZaaksysteemContext['db'],
  behandelaar: Aanvraag['behandelaar'],
): Promise<string | null> {
  if (!behandelaar || (behandelaar.id !== undefined && !z.uuid().safeParse(behandelaar.id).success)) return null
  const found = await db.behandelaar.findUnique({ where: behandelaar, select: { id: true } })
  return found?.id ?? null
}
