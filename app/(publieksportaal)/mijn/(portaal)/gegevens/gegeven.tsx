import type { ReactNode } from 'react'
import type { Burgerhandeling } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import type { Gegevens, OnderdeelNaam } from '#lib/publieksportaal/gegevens/onderdelen.ts'
import { grootte } from '#lib/ui/text/amounts.ts'
import { plainDate, plainMoment } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { gegevens as texts } from '#lib/ui/texts/mijn/gegevens.ts'
import { zaakPath } from '../zaken/[zaakId]/paths.ts'

type Rest = [t: (typeof texts)['nl']['zinnen'], op: (moment: Date) => string, taal: Taal]
type Zin<Naam extends OnderdeelNaam> = (held: Gegevens<Naam>, ...rest: Rest) => ReactNode

/** Describes each stored item in words: its kind and its date. The codes are in the downloadable file. */
const ZINNEN: { [Naam in OnderdeelNaam]: Zin<Naam> } = {
  burger: ({ meldingenOver, herinneringenAan, portaalGebruiktOp, aantalWijzigingen, vestigingsnummer }, t, op) => (
    <>
      {vestigingsnummer && (
        <>
          {t.vestiging(vestigingsnummer)}
          <br />
        </>
      )}
      {portaalGebruiktOp && (
        <>
          {t.eersteKeer(op(portaalGebruiktOp))}
          <br />
        </>
      )}
      {t.wijzigingen(aantalWijzigingen)}
      <br />
      {t.meldingenOver(meldingenOver.voortgang, meldingenOver.termijnen)}
      <br />
      {t.herinneringenAan(herinneringenAan.aanvulling, herinneringenAan.bezwaar)}
    </>
  ),
  zaken: (
    { kenmerk, omschrijving, identificatie, zaaktype, startdatum, einddatum, versie, gezienVersie },
    t,
    _,
    taal,
  ) => (
    <>
      <Link href={zaakPath(kenmerk)} lang="nl">
        {omschrijving}
      </Link>
      <br />
      <span lang="nl">{zaaktype}</span>, <span className="zb-number">{identificatie}</span>.{' '}
      {t.begonnen(plainDate(startdatum, taal))} {einddatum && t.afgerond(plainDate(einddatum, taal))}
      <br />
      {t.stappen(versie, gezienVersie)}
    </>
  ),
  verwijderdeZaken: ({ verwijderdOp }, t, op) => t.verwijderd(op(verwijderdOp)),
  inzendingen: (
    { nummer, zaakId, soort, aanvullingen, bestanden, tekst, tijdstip, teruggenomenOp, doorGemachtigde },
    t,
    op,
  ) => (
    <>
      {op(tijdstip)}: {t.inzending[soort]} <span lang="nl">{tekst ?? namenOf(aanvullingen)}</span>{' '}
      {namenOf(bestanden) && <bdi>({namenOf(bestanden)})</bdi>} {doorGemachtigde && t.doorAnder}{' '}
      {teruggenomenOp && t.teruggenomen(op(teruggenomenOp))}
      <br />
      {t.nummer} <span className="zb-number">{nummer}</span>. <NaarZaak zaakId={zaakId}>{t.naarZaak}</NaarZaak>
    </>
  ),
  bestanden: ({ zaakId, naam, grootte: bytes, aangemaaktOp, verstuurd }, t, op, taal) => (
    <>
      {op(aangemaaktOp)}: <bdi>{naam}</bdi> {bytes !== null && `(${grootte(bytes, taal)})`}.{' '}
      {verstuurd ? t.bestandVerstuurd : t.bestandKlaar} {zaakId && <NaarZaak zaakId={zaakId}>{t.naarZaak}</NaarZaak>}
    </>
  ),
  emailadres: ({ adres, bevestigdOp, geweigerdOp, nieuw, voorkeuren }, t, op) => (
    <>
      {adres}
      <br />
      {bevestigdOp ? t.bevestigd(op(bevestigdOp)) : t.nietBevestigd} {geweigerdOp && t.geweigerd(op(geweigerdOp))}{' '}
      {nieuw && t.nieuwAdres(nieuw.adres)}
      <br />
      {t.mailsOver(voorkeuren.voortgang, voorkeuren.termijnen)}
    </>
  ),
  apparaten: ({ naam, toegevoegdOp, laatstGeluktOp, nogTeMelden }, t, op) => (
    <>
      <span lang="nl">{naam ?? t.apparaat}</span>, {t.sinds(op(toegevoegdOp))}{' '}
      {laatstGeluktOp && t.laatsteMelding(op(laatstGeluktOp))}{' '}
      {nogTeMelden.length > 0 && t.nogTeMelden(nogTeMelden.length)}
    </>
  ),
  agenda: ({ aangemaaktOp, opgehaaldOp }, t, op) => t.agenda(op(aangemaaktOp), op(opgehaaldOp)),
  bewijzen: ({ soort, tijdstip, zaakId }, t, op) => (
    <>
      {op(tijdstip)}: {t.bewijs[soort]} <NaarZaak zaakId={zaakId}>{t.naarZaak}</NaarZaak>
    </>
  ),
  herinneringen: ({ soort, laatsteDag, tijdstip, zaakId }, t, op, taal) => (
    <>
      {op(tijdstip)}: {t.herinnering[soort](plainDate(laatsteDag, taal))}{' '}
      <NaarZaak zaakId={zaakId}>{t.naarZaak}</NaarZaak>
    </>
  ),
  mails: ({ zaakId, aangemaaktOp }, t, op) => (zaakId ? t.mailOverZaak : t.mailOverAdres)(op(aangemaaktOp)),
  verzondenMails: ({ zaakId, verzondenOp }, t, op) =>
    (zaakId ? t.verzondenOverZaak : t.verzondenOverAdres)(op(verzondenOp)),
  sessies: ({ verlooptOp, beeindigdOp, door }, t, op) =>
    `${beeindigdOp ? t.uitgelogd(op(beeindigdOp)) : t.ingelogdTot(op(verlooptOp))} ${t.door[door]}`,
  handelingen: ({ tijdstip, handeling, uitkomst, door }, t, op) =>
    `${op(tijdstip)}: ${t.handeling[handeling as Burgerhandeling] ?? handeling}. ${t.door[door]} ${uitkomst === 'gelukt' ? '' : t.mislukt}`,
}

/** @param props.held an item of the onderdeel with that name */
export function Gegeven({ naam, held, taal }: { naam: OnderdeelNaam; held: object; taal: Taal }) {
  const zin = ZINNEN[naam] as (held: object, ...rest: Rest) => ReactNode
  return zin(held, texts[taal].zinnen, (moment) => plainMoment(moment, taal), taal)
}

function NaarZaak({ zaakId, children }: { zaakId: string; children: ReactNode }) {
  return <Link href={zaakPath(zaakId)}>{children}</Link>
}

function namenOf(named: Gegevens<'inzendingen'>['aanvullingen']): string {
  return (named as { naam: string }[]).map(({ naam }) => naam).join(', ')
}
