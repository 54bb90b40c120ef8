import { z } from 'zod'
import { documentintrekkingRequest } from '#lib/contract/handeling-requests.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { changeStatement } from '../../wijziging/apply-change.ts'
import { DOCUMENT_COLUMN, WITHDRAW_DOCUMENT } from '../../wijziging/documenten.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import type { Act, InputOf } from '../perform-handeling.ts'
import { REASON_REQUIRED } from '../rules.ts'
import { keuze, toelichtingForm, waarom } from '../velden.ts'

const STATEMENT = changeStatement('withdraw-document', { columns: DOCUMENT_COLUMN, also: WITHDRAW_DOCUMENT })

export const DOCUMENT_UNKNOWN = {
  reason: 'document_unknown',
  tekst: 'Dit document is intussen ingetrokken of vervangen. Kies een ander document.',
  veld: 'document',
  detail: 'The zaak has no document with this id that was not withdrawn or replaced.',
} as const

/** Document intrekken: the aanvrager no longer reads it, and reads why. It stays in the zaak. */
export const WITHDRAW_DOCUMENT_OF_ZAAK = {
  soort: 'document_ingetrokken',
  auditnaam: 'document_intrekken',
  recht: 'behandelen',
  reads: 'dossier',
  needs: [
    {
      reason: 'no_document',
      tekst: 'Deze zaak heeft geen document dat de aanvrager leest.',
      veld: 'document',
      detail: 'The zaak has no document that was not withdrawn or replaced.',
      broken: ({ zaak }) => zaak.documenten.length === 0,
    },
  ],
  rules: [
    {
      ...DOCUMENT_UNKNOWN,
      broken: ({ zaak, input }) => !zaak.documenten.some(({ id }) => id === input.document),
    },
    REASON_REQUIRED,
  ],
  next: ({ input }) => ({ document: { id: input.document } }),
  also: () => ({ statement: STATEMENT }),
  api: {
    segment: 'documentintrekkingen',
    scope: 'zaken.documenten.toevoegen',
    schema: documentintrekkingRequest,
    id: 'documentIntrekken',
    name: 'Documentintrekking',
    summary: 'Withdraw a document from the aanvrager',
    example: {
      versie: 3,
      document: '0199a3f5-3b6c-7d8e-9f10-2b3c4d5e6f70',
      statustoelichting: 'Deze brief was van een andere zaak.',
    },
  },
} as const satisfies Act<InputOf<typeof documentintrekkingRequest>>

const texts = {
  uitleg: ['De aanvrager leest dit document niet meer. Het blijft in de zaak. U ziet het nog in de lijst.'],
  document: 'Welk document?',
} as const

const { fout } = handelingen

const documentintrekkingForm = toelichtingForm.extend({ document: z.uuid(fout.kiesDocument) })

export const WITHDRAW_DOCUMENT_OF_ZAAK_PAGE = {
  titel: 'Document intrekken',
  groep: 'bericht',
  toets: '1',
  knop: 'Document intrekken',
  gedaan: 'Opgeslagen. De aanvrager leest dit document niet meer.',
  form: documentintrekkingForm,
  uitleg: () => texts.uitleg,
  velden: ({ documenten }) => [
    keuze(
      'document',
      texts.document,
      documenten.map(({ id, titel }) => ({ value: id, label: titel })),
    ),
    waarom,
  ],
} as const satisfies Handelingspagina
