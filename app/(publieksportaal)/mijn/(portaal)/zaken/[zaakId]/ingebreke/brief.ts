import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { writtenDate } from '#lib/ui/text/dates.ts'
import { ingebrekeBrief as t } from '#lib/ui/texts/mijn/ingebreke.ts'

type Late = Pick<
  ZaakVanBurger,
  'identificatie' | 'zaaktype' | 'startdatum' | 'uiterlijkeEinddatumAfdoening' | 'vanRechtswege'
>

/** The paragraphs of a notice of default (ingebrekestelling) in Dutch, without a name. */
export function briefOf({ identificatie, zaaktype, vanRechtswege, ...zaak }: Late, gemeente: string): string[] {
  const late = vanRechtswege
    ? t.bekendmaking(writtenDate(vanRechtswege.datum, 'nl'), writtenDate(vanRechtswege.bekendmakenUiterlijk, 'nl'))
    : t.besluit(writtenDate(zaak.startdatum, 'nl'), writtenDate(zaak.uiterlijkeEinddatumAfdoening, 'nl'))
  return [
    t.aan(gemeente),
    t.zaak(identificatie, zaaktype.omschrijving.nl),
    t.onderwerp,
    late,
    zaaktype.geenDwangsom ? t.beroep : t.dwangsom,
  ]
}
