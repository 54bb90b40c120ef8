import { z } from 'zod'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { keuze, toelichtingForm, waarom } from '../velden.ts'

const texts = {
  uitleg: ['De aanvrager leest dit document niet meer. Het blijft in de zaak. U ziet het nog in de lijst.'],
  document: 'Welk document?',
} as const

const { fout } = handelingen

const documentintrekkingForm = toelichtingForm.extend({ document: z.uuid(fout.kiesDocument) })

export const WITHDRAW_DOCUMENT_OF_ZAAK_PAGE = {
  titel: 'Document intrekken',
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
