import { z } from 'zod'
import {
  type Credentialtype,
  clientcertificate,
  leavesAuthorization,
  oauth2,
  ownHeaders,
} from '#lib/contract/abonnement-resource.ts'
import { list } from '#lib/ui/form/fields.ts'
import type { FieldError } from '#lib/ui/form/form-state.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { toegang } from '#lib/ui/texts/balie/beheer/toegang.ts'
import type { AbonnementFault } from '#lib/zaaksysteem/abonnement/find-faults.ts'
import type { ToegangWish } from '#lib/zaaksysteem/abonnement/toegang/examine-toegang.ts'
import { Toegangsoort } from '#lib/zaaksysteem/generated/enums.ts'

const { fout } = toegang

const text = z.string().default('')

/** The fields of `ToegangFields`; `toToegangWish` validates them together. */
export const toegangFields = {
  certificate: text,
  key: text,
  tokenendpoint: text,
  clientid: text,
  clientsecret: text,
  scope: text,
  headers: text,
  weg: list(z.array(z.enum(Toegangsoort)).default([])),
}

/** Fields whose values are never returned. */
export const TOEGANG_SECRETS = ['key', 'clientsecret', 'headers'] as const

type Filled = z.output<z.ZodObject<typeof toegangFields>>

/** A filled field replaces the stored value; an empty one keeps it, unless it is ticked for removal. */
export function toToegangWish(
  { weg, ...filled }: Filled,
  context: z.RefinementCtx,
  credentialtype?: Credentialtype,
): ToegangWish {
  const given = {
    clientcertificate: readCertificate(filled, context),
    oauth2: readOauth2(filled, context, credentialtype),
    headers: readHeaders(filled.headers, context),
  }
  const gone = Object.fromEntries(weg.map((soort) => [soort, null]))
  return { ...gone, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) }
}

function refuse(context: z.RefinementCtx, name: keyof Filled, message: string): undefined {
  context.addIssue({ code: 'custom', path: [name], message })
}

function readHeaders(lines: string, context: z.RefinementCtx): Record<string, string> | undefined {
  const headers: Record<string, string> = {}
  for (const [index, line] of lines.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [name = '', ...rest] = line.split(':')
    const header = { [name.trim()]: rest.join(':').trim() }
    const isTwice = Object.keys(headers).some((each) => each.toLowerCase() === name.trim().toLowerCase())
    if (isTwice || !ownHeaders.safeParse(header).success) return refuse(context, 'headers', fout.header(index + 1))
    Object.assign(headers, header)
  }
  if (Object.keys(headers).length === 0) return undefined
  return ownHeaders.safeParse(headers).success ? headers : refuse(context, 'headers', fout.headersVeel)
}

const OAUTH2_ERRORS = {
  tokenendpoint: fout.tokenendpointOngeldig,
  clientid: fout.teken,
  clientsecret: fout.teken,
  scope: fout.scopeOngeldig,
}

function readOauth2(
  { tokenendpoint, clientid, clientsecret, scope }: Omit<Filled, 'weg'>,
  context: z.RefinementCtx,
  credentialtype: Credentialtype | undefined,
): z.output<typeof oauth2> | undefined {
  const filled = { tokenendpoint, clientid, clientsecret }
  if (!Object.values({ ...filled, scope }).some(Boolean)) return undefined
  const missing = Object.entries(filled).find(([, value]) => !value)
  if (missing) return refuse(context, missing[0] as keyof typeof filled, fout.tokenVolledig)
  if (credentialtype && !leavesAuthorization(credentialtype)) {
    return refuse(context, 'tokenendpoint', fout.tokenPastNiet)
  }
  const read = oauth2.safeParse({ ...filled, scope: scope || undefined })
  if (read.success) return read.data
  const name = read.error.issues[0]?.path[0] as keyof typeof OAUTH2_ERRORS
  return refuse(context, name, OAUTH2_ERRORS[name])
}

function readCertificate(
  { certificate, key }: Pick<Filled, 'certificate' | 'key'>,
  context: z.RefinementCtx,
): z.output<typeof clientcertificate> | undefined {
  if (!certificate && !key) return undefined
  if (!key) return refuse(context, 'key', fout.sleutelLeeg)
  if (!certificate) return refuse(context, 'certificate', fout.certificaatLeeg)
  const read = clientcertificate.safeParse({ certificate, key })
  return read.success ? read.data : refuse(context, 'certificate', fout.teLang)
}

/** Maps the faults of the use case to errors at their fields. */
export function faultErrors(faults: readonly AbonnementFault[], texts: { sinkVerboden: string }): FieldError[] {
  return faults.map((fault) => {
    if (fault.reason === 'toegang_invalid') {
      const { member, code } = fault
      return { name: member.slice(member.indexOf('/') + 1), text: fout[code] }
    }
    if (fault.reason === 'oauth2_not_allowed') return { name: 'tokenendpoint', text: fout.tokenPastNiet }
    if (fault.reason === 'contentmodus_not_allowed') {
      return { name: 'contentmodus', text: abonnementen.fout.modusPastNiet }
    }
    return { name: 'sink', text: texts.sinkVerboden }
  })
}
