import type { Metadata } from 'next'
import { z } from 'zod'
import { dateInAmsterdam, daysBetween } from '#lib/platform/calendar.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { hrefWith, optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import { bestanden } from '#lib/ui/texts/balie/documenten.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { vernietiging, verwijderen } from '#lib/ui/texts/balie/vernietiging.ts'
import { bewijzen, vertrouwelijk } from '#lib/ui/texts/balie/zaak.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { isBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { markSignaleringenGezien } from '#lib/zaaksysteem/signalering/mark-signaleringen-gezien.ts'
import { findAanhoudingen } from '#lib/zaaksysteem/zaak/bewaren/find-aanhoudingen.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { ASKED, HANDELINGSPADEN, type Handelingspad, pageOf } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { HANDELINGSGROEPEN } from '#lib/zaaksysteem/zaak/handelingen/handelingspagina.ts'
import { fataleDatumOp } from '#lib/zaaksysteem/zaak/handelingen/rules.ts'
import { isBesloten } from '#lib/zaaksysteem/zaak/handelingen/te-laat/te-laat.ts'
import { findDocumentregels } from '#lib/zaaksysteem/zaak/intern/find-documentregels.ts'
import { findNotities } from '#lib/zaaksysteem/zaak/notitie/find-notities.ts'
import { findToewijzingen } from '#lib/zaaksysteem/zaak/toewijzing/find-toewijzingen.ts'
import { findVertrouwelijkheden } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/find-vertrouwelijkheden.ts'
import { findBezwaren } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { DownloadLinks } from '../../download-links.tsx'
import { AUDIT, aanhoudenPath, handelingPath, vertrouwelijkPath, zaakPath } from '../../paths.ts'
import { FataleTermijn, standOf as standOfTermijn } from '../../termijn.tsx'
import { findNaarOptions } from '../../verdelen/find-naar-options.ts'
import { teamValue, zaakValue } from '../../verdelen/read-verdeel-form.ts'
import { readTerug } from '../../werkvoorraad-filter.ts'
import { Behandeling } from './behandeling.tsx'
import { Besluiten } from './besluiten.tsx'
import { Documenten } from './documenten/documenten.tsx'
import { HandelingenBalk, type Keuze } from './handelingen-balk.tsx'
import { Ingebreke } from './ingebreke.tsx'
import { isAangehouden, loadZaak } from './load-zaak.ts'
import { Nieuws } from './nieuws/nieuws.tsx'
import { NotitieForm } from './notitie-form.tsx'
import { RefreshMenu } from './refresh-menu.tsx'
import { Termijnstand } from './termijnstand.tsx'
import { toEditableZaak } from './to-editable-zaak.ts'
import { VanAanvrager } from './van-aanvrager.tsx'
import { ZaakEditor } from './zaak-editor.tsx'
import { ZaakFeiten } from './zaak-feiten.tsx'
import { ZaakHistory } from './zaak-history.tsx'
import { notitieToevoegen } from './zaak-verrichtingen.ts'

const { aanhouden } = vernietiging

type Props = { params: Promise<{ zaakId: string }>; searchParams: Promise<SearchParams> }

const { gedaan: GEDAAN } = handelingen
const isElders = (naam: string): naam is keyof typeof GEDAAN => Object.hasOwn(GEDAAN, naam)
const gedaanText = (naam: keyof typeof GEDAAN | Handelingspad) => (isElders(naam) ? GEDAAN[naam] : pageOf(naam).gedaan)
const FOUTEN = Object.keys(bestanden.fout) as (keyof typeof bestanden.fout)[]
const schema = z.object({
  gedaan: optional(z.enum([...(Object.keys(GEDAAN) as (keyof typeof GEDAAN)[]), ...HANDELINGSPADEN])),
  bestandsfout: optional(z.enum(FOUTEN)),
  document: optional(z.enum(['weg', 'druk', 'onbereikbaar'])),
  terug: optional(z.string()),
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const zaak = await loadZaak((await params).zaakId)
  return { title: `${zaak.omschrijving} ${zaak.identificatie}` }
}

export default async function ZaakPage({ params, searchParams }: Props) {
  const behandelaar = await requireBehandelaar()
  const zaak = await loadZaak((await params).zaakId)
  const { gedaan, bestandsfout, document, terug } = readSearchParams(schema, await searchParams)
  const lijst = readTerug(terug)
  const ctx = zaaksysteem()
  const now = ctx.clock()
  const seen = { behandelaarId: behandelaar.id, of: { zaakId: zaak.id } }
  const [bezwaren, toewijzingen, notities, vertrouwelijkheden, aanhoudingen, documentregels, newlySeen] =
    await Promise.all([
      findBezwaren(ctx, zaak.alleDocumenten),
      findToewijzingen(ctx, zaak.id, behandelaar),
      findNotities(ctx, zaak.id, behandelaar),
      findVertrouwelijkheden(ctx, zaak.id, behandelaar),
      findAanhoudingen(ctx, zaak.id, behandelaar),
      findDocumentregels(ctx, zaak.id, behandelaar),
      markSignaleringenGezien(ctx, seen),
    ])
  const shown = {
    versie: zaak.versie,
    inzendingen: zaak.inzendingen.length,
    overig:
      toewijzingen.length + notities.length + vertrouwelijkheden.length + aanhoudingen.length + documentregels.length,
  }
  const fataleDatum = fataleDatumOp(zaak, zaak.zaaktype, dateInAmsterdam(now))
  const editableZaak = toEditableZaak(zaak, now)
  const mayTreat = mag(behandelaar, 'behandelen', zaak)
  return (
    <>
      <Breadcrumb items={[{ href: lijst.href, text: balie.lijst[lijst.list].titel }]} current={zaak.identificatie} />
      {newlySeen > 0 && <RefreshMenu />}
      <Nieuws key={`nieuws-${zaak.id}`} zaakId={zaak.id} shown={shown} />
      <StatusMessage text={gedaan && gedaanText(gedaan)} />
      <div className="zb-line">
        <Heading level={1}>{zaak.omschrijving}</Heading>
        <Badge>{editableZaak.statusOmschrijving}</Badge>
        {zaak.vertrouwelijk && <Badge tone="warning">{vertrouwelijk.lang}</Badge>}
        {!zaak.einddatum && (
          <FataleTermijn
            days={daysBetween(dateInAmsterdam(now), fataleDatum ?? zaak.uiterlijkeEinddatum)}
            stand={standOfTermijn({
              isBesloten: isBesloten(zaak.besluiten, dateInAmsterdam(now)),
              staatStil: fataleDatum === null,
            })}
          />
        )}
      </div>
      <Paragraph soft className="balie-summary">
        {zaak.zaaktype.omschrijving.nl} · <span className="zb-number">{zaak.identificatie}</span>
      </Paragraph>
      <VanAanvrager zaak={zaak} mayTreat={mayTreat} bezwaren={bezwaren} terug={terug} />
      <Termijnstand zaak={zaak} today={dateInAmsterdam(now)} fataleDatum={fataleDatum} />
      <Ingebreke zaak={zaak} today={dateInAmsterdam(now)} />
      {mayTreat && <HandelingenBalk {...balkOf(zaak.id, editableZaak.handelingen, terug)} />}
      <div className="balie-zaak">
        <ZaakEditor
          key={zaak.id}
          zaak={editableZaak}
          mayTreat={mayTreat}
          mayReopen={mag(behandelaar, 'heropenen', zaak)}
          now={now}
        >
          <div className="zb-card balie-zij">
            <ZaakFeiten zaak={zaak} mayTreat={mayTreat} isAangehouden={isAangehouden(zaak)} />
            <BehandelingOfZaak zaak={zaak} behandelaar={behandelaar} />
          </div>
        </ZaakEditor>
        <div className="balie-stukken">
          <Besluiten zaak={zaak} today={dateInAmsterdam(now)} />
          <Documenten
            zaak={zaak}
            mayTreat={mayTreat}
            bezwaren={bezwaren}
            maxMb={ctx.env.ZAAKSYSTEEM_BESTAND_MAX_MB}
            fout={bestandsfout}
            nietGeopend={document}
            terug={terug}
            today={dateInAmsterdam(now)}
          />
          <div className="balie-verloop">
            <ZaakHistory
              zaak={zaak}
              toewijzingen={toewijzingen}
              notities={notities}
              vertrouwelijkheden={vertrouwelijkheden}
              aanhoudingen={aanhoudingen}
              documentregels={documentregels}
              isBeheerder={isBeheerder(behandelaar)}
              mayTreat={mayTreat}
            />
            {mayTreat && (
              <NotitieForm key={`notitie-${zaak.id}`} zaakId={zaak.id} verrichting={notitieToevoegen.naam} />
            )}
          </div>
        </div>
      </div>
      {mag(behandelaar, 'behandelen', { ...zaak, vertrouwelijk: true }) && (
        <Paragraph className="staff-block">
          <Link href={vertrouwelijkPath(zaak.id)}>
            {zaak.vertrouwelijk ? vertrouwelijk.opheffen.titel : vertrouwelijk.maken.titel}
          </Link>
        </Paragraph>
      )}
      {isBeheerder(behandelaar) && (
        <>
          <BewijsOfZaak zaakId={zaak.id} />
          <AuditOfZaak identificatie={zaak.identificatie} />
        </>
      )}
      {mag(behandelaar, 'vernietigen', zaak) && (
        <>
          <Paragraph className="staff-block">
            <Link href={aanhoudenPath(zaak.id)}>
              {isAangehouden(zaak) ? aanhouden.opheffen.titel : aanhouden.maken.titel}
            </Link>
          </Paragraph>
          <Paragraph>
            <Link href={`${zaakPath(zaak.id)}/verwijderen`}>{verwijderen.link}</Link>
          </Paragraph>
        </>
      )}
    </>
  )
}

/** Two acts at most are buttons; the others are in the menu of their group. */
function balkOf(zaakId: string, possible: readonly Handelingspad[], terug: string | undefined) {
  const keuzeOf = (pad: Handelingspad): Keuze => {
    const { titel, toets } = pageOf(pad)
    return { pad, titel, toets, href: handelingPath(zaakId, pad, { terug }) }
  }
  const asked = ASKED.filter((pad) => possible.includes(pad)).slice(0, 2)
  const others = possible.filter((pad) => !asked.includes(pad))
  const groepen = HANDELINGSGROEPEN.map((groep) => ({
    groep,
    keuzes: others.filter((pad) => pageOf(pad).groep === groep).map(keuzeOf),
  }))
  return { asked: asked.map(keuzeOf), groepen: groepen.filter(({ keuzes }) => keuzes.length > 0) }
}

/** Links a beheerder from a zaak to its audittrail. */
function AuditOfZaak({ identificatie }: { identificatie: string }) {
  return (
    <section className="balie-of-zaak">
      <Heading level={2}>{audittrail.vanZaak.titel}</Heading>
      <Paragraph>
        <Link href={hrefWith(AUDIT, { zaak: identificatie })}>{audittrail.vanZaak.link}</Link>
      </Paragraph>
    </section>
  )
}

/** The block with the changes of behandelaar that are allowed now. */
async function BehandelingOfZaak({ zaak, behandelaar }: { zaak: ZaakDetail; behandelaar: SignedInBehandelaar }) {
  const isOpen = zaak.einddatum === null
  const isOwn = zaak.behandelaarId === behandelaar.id
  const mayTreat = mag(behandelaar, 'behandelen', zaak)
  const options = isOpen ? await findNaarOptions(behandelaar, zaak) : []
  const mayGiveBack = mag(behandelaar, 'coordineren', zaak) || (isOwn && mayTreat)
  // covered by buttons, or already the case
  const covered = [behandelaar.id, zaak.behandelaarId, teamValue(zaak.team)]
  return (
    <Behandeling
      zaak={zaakValue(zaak)}
      behandelaarNaam={zaak.behandelaarNaam}
      team={zaak.resource.behandelendTeam}
      mayTake={isOpen && mayTreat && !isOwn}
      mayGiveBack={isOpen && zaak.behandelaarId !== null && mayGiveBack}
      options={options.filter(({ value }) => !covered.includes(value))}
    />
  )
}

/** Lets a beheerder download the reception of each change. */
function BewijsOfZaak({ zaakId }: { zaakId: string }) {
  const { bewaar } = bewijzen
  return (
    <section className="balie-of-zaak">
      <Heading level={2}>{bewaar.titel}</Heading>
      <Paragraph soft>{bewaar.uitleg}</Paragraph>
      <DownloadLinks path={`${zaakPath(zaakId)}/bewijs`} texts={bewaar} />
    </section>
  )
}
