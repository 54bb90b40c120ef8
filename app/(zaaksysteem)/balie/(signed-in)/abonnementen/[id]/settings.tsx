import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { abonnementen, cijfers } from '#lib/ui/texts/abonnementen.ts'
import { toegang as toegangTexts } from '#lib/ui/texts/balie/beheer/toegang.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { typeLabel } from '../../../../abonnementen/type-options.ts'
import { BEHEERDER } from '../../../../abonnementen/viewer.ts'
import { labelOf, statusOptions, zaaktypeOptions } from '../../options.ts'
import { formatHerhaalschema } from '../herhaalschema.ts'
import { splitFilters } from '../ticked-filters.ts'

const { detail, formulier } = abonnementen

export async function Settings({ abonnement, now }: { abonnement: AbonnementDetail; now: Date }) {
  const { contact, types, herhaalschema, toegestaneRate, geheimen, bevestigdOp } = abonnement
  const { zaaktypen, statussen, others } = splitFilters(abonnement.filters as AbonnementFilter[])
  const catalogus = await findZaaktypen(zaaksysteem())
  const zaaktypeNames = zaaktypeOptions(catalogus)
  const statusNames = statusOptions(catalogus)
  const oldGeheim = geheimen.find(({ vervaltOp }) => vervaltOp)
  const isNats = abonnement.protocol === 'NATS'
  const items = [
    { term: detail.protocol, value: formulier.protocollen[abonnement.protocol] },
    { term: formulier.subject, value: isNats && <code className="staff-breakable">{abonnement.natsSubject}</code> },
    { term: formulier.stream, value: isNats && (abonnement.natsStream ?? detail.elkeStream) },
    {
      term: formulier.types,
      value: types.map((type) => typeLabel(BEHEERDER, type)).join(', ') || detail.alleTypes,
    },
    {
      term: formulier.zaaktypen,
      value: zaaktypen.map((zaaktype) => labelOf(zaaktypeNames, zaaktype)).join(', ') || detail.alleZaaktypen,
    },
    {
      term: formulier.statussen,
      value: statussen.map((status) => labelOf(statusNames, status)).join(', ') || detail.alleStatussen,
    },
    {
      term: formulier.filters,
      value: others.length > 0 && <code className="staff-breakable">{JSON.stringify(others)}</code>,
    },
    { term: detail.ondertekening, value: formulier.credentialtypes[abonnement.credentialtype].titel },
    { term: detail.oudGeheim, value: oldGeheim?.vervaltOp && detail.werktTot(shortMoment(oldGeheim.vervaltOp)) },
    ...abonnement.toegangen.map((toegang) => ({
      term: toegangTexts.soort[toegang.soort],
      value: <ToegangValue toegang={toegang} now={now} />,
    })),
    { term: formulier.contentmodus, value: formulier.contentmodi[abonnement.contentmodus].titel },
    { term: formulier.herhaalschema, value: formatHerhaalschema(herhaalschema) || detail.standaardschema },
    { term: formulier.gelijktijdig, value: abonnement.maxGelijktijdig },
    {
      term: detail.snelheid,
      value: isNats
        ? detail.snelheidNats
        : toegestaneRate === null
          ? detail.onbeperkt
          : detail.perMinuut(toegestaneRate),
    },
    { term: formulier.contact, value: contact ?? detail.geenContact },
    { term: detail.client, value: abonnement.client },
    { term: detail.aangemaakt, value: shortMoment(abonnement.aangemaaktOp) },
    { term: detail.bevestigd, value: bevestigdOp ? shortMoment(bevestigdOp) : cijfers.niets },
  ]
  return (
    <section>
      <Heading level={2}>{detail.instellingen}</Heading>
      <Card className="staff-facts">
        <DataList items={items} />
      </Card>
    </section>
  )
}

/** The identity and expiry of a credential, never its secret. */
function ToegangValue({
  toegang: { kenmerk, aangemaaktOp, verlooptOp },
  now,
}: {
  toegang: AbonnementDetail['toegangen'][number]
  now: Date
}) {
  const tense = verlooptOp && verlooptOp <= now ? toegangTexts.verlopen : toegangTexts.tot
  return (
    <>
      {verlooptOp ? tense(shortMoment(verlooptOp)) : toegangTexts.sinds(shortMoment(aangemaaktOp))}
      <br />
      <code className="staff-breakable">{kenmerk}</code>
    </>
  )
}
