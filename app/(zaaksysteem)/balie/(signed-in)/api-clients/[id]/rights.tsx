import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientDetail } from '#lib/zaaksysteem/balie/api-clients/find-api-client-detail.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { EVENT_TYPE_OPTIONS, labelOf, zaaktypeOptions } from '../../options.ts'
import { scopesInWords } from '../options.ts'

const { detail, formulier } = apiClients

export async function Rights({ client }: { client: ApiClientDetail }) {
  const { scopes, zaaktypen, types, verlooptOp, gemaaktOp, gemaaktDoorNaam } = client
  const zaaktypeNames = zaaktypeOptions(await findZaaktypen(zaaksysteem()))
  const gemaakt = shortMoment(gemaaktOp)
  const items = [
    { term: formulier.scopes, value: scopesInWords(scopes) },
    {
      term: formulier.zaaktypen,
      value: zaaktypen.map((zaaktype) => labelOf(zaaktypeNames, zaaktype)).join(', ') || detail.alleZaaktypen,
    },
    {
      term: formulier.types,
      value: types.map((type) => labelOf(EVENT_TYPE_OPTIONS, type)).join(', ') || detail.alleTypes,
    },
    { term: detail.verloopt, value: shortMoment(verlooptOp) },
    { term: detail.gemaakt, value: gemaaktDoorNaam ? detail.gemaaktDoor(gemaakt, gemaaktDoorNaam) : gemaakt },
  ]
  return (
    <section>
      <Heading level={2}>{detail.rechten}</Heading>
      <Card className="staff-facts">
        <DataList items={items} />
      </Card>
    </section>
  )
}
