import { z } from 'zod'
import { PROEFBERICHT, VOLLEDIGE_VERSIE } from '#lib/contract/zaak-event.ts'

/** CloudEvents 1.0 section 3.1: no control characters, no noncharacters, no unpaired surrogates. */
const FORBIDDEN_CHARACTER = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u
const URI_CHARACTERS = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/
const URI_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/
/** RFC 2046, with parameters. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w!#$&^.+-]+=(?:[\w!#$&^.+-]+|"[^"]*"))*$/
const MAX_INT_32 = 2 ** 31 - 1
/** Bounded, because the id is part of an index, and PostgreSQL refuses a row that is too large for one. */
const MAX_ID_LENGTH = 255

const text = z
  .string()
  .refine((value) => !FORBIDDEN_CHARACTER.test(value), 'Holds a character that CloudEvents does not allow.')
const uriReference = text.regex(URI_CHARACTERS, 'Must be a URI reference.')

/** RFC 3339 also allows lower case and the leap second, which zod does not. */
const timestamp = text.refine((value) => {
  const plain = value.toUpperCase().replace(/:60(?=[.Z+-])/, ':59')
  return z.iso.datetime({ offset: true }).safeParse(plain).success
}, 'Must be an RFC 3339 time.')

const sequence = text
  .regex(/^\d{1,20}$/, 'Must be a whole number in digits.')
  .refine((digits) => Number(digits) <= MAX_INT_32, 'Must fit in 32 bits.')

/** A header in binary mode, so a string is valid too. */
const versie = z.union([z.int32().positive(), text.regex(/^[1-9]\d{0,8}$/)], {
  error: 'Must be a whole number from 1.',
})

/** A header in binary mode, so a string is valid too. */
const truth = z.union([z.boolean(), z.enum(['true', 'false'])], { error: 'Must be true or false.' })

/** The known context attributes. In JSON, null is the same as absent (JSON format section 2.3). */
export const knownAttributes = z.object({
  specversion: z.literal('1.0'),
  id: text.min(1).max(MAX_ID_LENGTH).describe('The id of the event, unique within its source. A repeat keeps it.'),
  source: uriReference.describe('The source at which the portal has its abonnement.'),
  type: text.min(1),
  subject: text.min(1).nullish(),
  time: timestamp.nullish(),
  datacontenttype: text.regex(MEDIA_TYPE, 'Must be a media type.').nullish(),
  dataschema: uriReference.regex(URI_SCHEME, 'Must be an absolute URI.').nullish(),
  dataref: uriReference.nullish(),
  sequence: sequence.nullish().describe('The number of the event. After a gap the portal fetches the missing events.'),
  [VOLLEDIGE_VERSIE]: versie
    .nullish()
    .describe(
      'The versie of the zaak after the change, if the event holds the complete change. Otherwise the portal fetches the zaak.',
    ),
  [PROEFBERICHT]: truth
    .nullish()
    .describe('True for a test event, which is checked as any other event and changes nothing.'),
})

/** Any other attribute: Boolean, 32-bit Integer or String; no objects, arrays or fractions. */
export const extensionAttribute = z.union([z.boolean(), z.int32(), text, z.null()], {
  error: 'Must be a boolean, a 32-bit whole number or a string without forbidden characters.',
})

export const ATTRIBUTE_NAME = /^[a-z0-9]{1,20}$/

/**
 * True when the media type is JSON (JSON format section 3.1). Uses no regular expression: this reads
 * unbounded input of a sender, so it must take linear time.
 */
export function isJsonMediaType(datacontenttype: string): boolean {
  const [essence = ''] = datacontenttype.split(';', 1)
  const [, subtype = ''] = essence.trimEnd().toLowerCase().split('/', 2)
  return subtype === 'json' || subtype.endsWith('+json')
}
