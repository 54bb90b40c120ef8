import { z } from 'zod'
import { type AbonnementFilter, abonnementFilters } from '#lib/contract/abonnement-filters.ts'
import {
  type Credentialtype,
  contentmodus,
  credentialtype,
  eventType,
  fits,
  natsStream,
  natsSubject,
} from '#lib/contract/abonnement-resource.ts'
import { ONE_LINE } from '#lib/contract/text.ts'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { list } from '#lib/ui/form/fields.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { formatWait, parseHerhaalschema } from './herhaalschema.ts'
import { tickedFilters } from './ticked-filters.ts'
import { toegangFields, toToegangWish } from './toegang-wish.ts'

const { fout } = abonnementen

const MAX_NAAM = 100
const MAX_SINK = 2000
const MAX_AT_ONCE = 256
const MAX_WAITS = 20
const MAX_WAIT_SECONDS = 86_400

const choice = z.string().min(1, fout.keuzeOnbekend).max(200, fout.keuzeOnbekend).regex(ONE_LINE, fout.keuzeOnbekend)
const type = choice.refine((value) => eventType.safeParse(value).success, fout.typePastNooit)

const herhaalschema = z.string().transform((text, context) => {
  const read = parseHerhaalschema(text)
  if (!read.ok) context.addIssue(fout.schemaOngeldig(read.part))
  else if (read.seconds.length > MAX_WAITS) context.addIssue(fout.schemaLang(MAX_WAITS))
  else if (read.seconds.some((seconds) => seconds < 1 || seconds > MAX_WAIT_SECONDS)) {
    context.addIssue(fout.schemaGrens(formatWait(MAX_WAIT_SECONDS)))
  }
  return read.ok ? read.seconds : z.NEVER
})

const filters = z.string().transform((text, context): AbonnementFilter[] => {
  if (!text) return []
  if (text.includes('\uFFFD')) {
    context.addIssue(fout.filterTekens)
    return z.NEVER
  }
  const json = parseJson(text)
  if (json === undefined) {
    context.addIssue(fout.geenJson)
    return z.NEVER
  }
  const parsed = abonnementFilters.safeParse(json)
  if (parsed.success) return parsed.data
  const [index] = parsed.error.issues[0]?.path ?? []
  context.addIssue(fout.filters(typeof index === 'number' ? fout.filterplek(index + 1) : ''))
  return z.NEVER
})

/** The fields of both forms. */
const changeable = {
  naam: z.string().min(1, fout.naamLeeg).max(MAX_NAAM, fout.naamLang).regex(ONE_LINE, staff.eenRegel),
  contact: z.union([z.literal('').transform(() => null), z.email(fout.contactOngeldig).max(254, fout.contactOngeldig)]),
  types: list(z.array(type).max(50, fout.keuzeOnbekend)),
  zaaktypen: list(z.array(choice)),
  statussen: list(z.array(choice)),
  herhaalschema,
  maxGelijktijdig: z.coerce
    .number(fout.gelijktijdig(MAX_AT_ONCE))
    .int(fout.gelijktijdig(MAX_AT_ONCE))
    .min(1, fout.gelijktijdig(MAX_AT_ONCE))
    .max(MAX_AT_ONCE, fout.gelijktijdig(MAX_AT_ONCE)),
  contentmodus: z.enum(contentmodus.options, fout.modusPastNiet),
  filters,
}

/** The user or password of a NATS server. */
const credentialText = z.string().max(200, fout.inlogLang).regex(ONE_LINE, fout.inlogTekens)

export const changeForm = z
  .object({
    ...changeable,
    /** an empty field keeps the present password */
    secret: credentialText.default('').transform((secret) => secret || undefined),
    ...toegangFields,
  })
  .transform(withTicked)
  .transform(withToegang)

export const registerForm = z
  .object({
    ...changeable,
    sink: z
      .url({ protocol: /^https?$/, error: fout.sinkOngeldig })
      .max(MAX_SINK, fout.sinkOngeldig)
      .regex(/^[!-~]*$/, fout.sinkOngeldig),
    credentialtype: z.enum(credentialtype.options, fout.credentialtypeLeeg),
    ...toegangFields,
  })
  .refine(fits, {
    path: ['contentmodus'],
    error: fout.modusPastNiet,
    // zod would run this only when every field is valid; the form reports all errors at once
    when: ({ value }) => z.object({ credentialtype, contentmodus }).safeParse(value).success,
  })
  .transform(withTicked)
  .transform(withToegang)

export const registerNatsForm = z
  .object({
    ...changeable,
    sink: z
      .url({ protocol: /^(?:tls|nats)$/, error: fout.serverOngeldig })
      .max(MAX_SINK, fout.serverOngeldig)
      .regex(/^[!-~]*$/, fout.serverOngeldig),
    subject: z.string().refine((value) => natsSubject.safeParse(value).success, fout.subjectOngeldig),
    stream: z
      .string()
      .refine((value) => value === '' || natsStream.safeParse(value).success, fout.streamOngeldig)
      .transform((value) => value || undefined),
    identifier: credentialText.min(1, fout.identifierLeeg),
    secret: credentialText.min(1, fout.secretLeeg),
    contentmodus: changeable.contentmodus.refine(
      (modus) => fits({ protocol: 'NATS', credentialtype: 'JWT', contentmodus: modus }),
      fout.modusPastNietNats,
    ),
  })
  .transform(withTicked)

/** Adds the ticks as at most two filters, within the maximum number of filters. */
function withTicked<T extends { zaaktypen: string[]; statussen: string[]; filters: AbonnementFilter[] }>(
  { zaaktypen, statussen, ...rest }: T,
  context: z.RefinementCtx,
) {
  const filters = [...tickedFilters({ zaaktypen, statussen }), ...rest.filters]
  if (!abonnementFilters.safeParse(filters).success) {
    context.addIssue({ code: 'custom', path: ['filters'], message: fout.teVeelFilters })
  }
  return { ...rest, filters }
}

/** Combines the fields for the sink's access into one object. */
function withToegang<T extends Parameters<typeof toToegangWish>[0] & { credentialtype?: Credentialtype }>(
  { certificate, key, tokenendpoint, clientid, clientsecret, scope, headers, weg, ...rest }: T,
  context: z.RefinementCtx,
) {
  const filled = { certificate, key, tokenendpoint, clientid, clientsecret, scope, headers, weg }
  return { ...rest, toegang: toToegangWish(filled, context, rest.credentialtype) }
}

/** The initial values of the form for a new abonnement. */
export const EMPTY = { contentmodus: 'structured', maxGelijktijdig: '64' }
