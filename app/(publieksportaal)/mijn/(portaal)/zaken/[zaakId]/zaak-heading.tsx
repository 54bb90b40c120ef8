import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { zaakPath } from './paths.ts'

type Zaak = { id: string; omschrijving: string; identificatie: string }

/** The end of a page on which nothing is left to do. */
export function TerugNaarZaak({ zaakId, taal }: { zaakId: string; taal: Taal }) {
  return (
    <Paragraph>
      <ButtonLink appearance="secondary" href={zaakPath(zaakId)}>
        {texts(taal).zaak.terug}
      </ButtonLink>
    </Paragraph>
  )
}

/** The heading of a page that belongs to a zaak. */
export function ZaakHeading({ zaak, titel, taal }: { zaak: Zaak; titel: string; taal: Taal }) {
  const { kruimelpad, titel: mijnZaken } = texts(taal)
  const omschrijving = <span lang="nl">{zaak.omschrijving}</span>
  return (
    <>
      <Breadcrumb
        label={kruimelpad}
        items={[
          { href: '/mijn', text: mijnZaken },
          { href: zaakPath(zaak.id), text: omschrijving },
        ]}
      />
      <Heading level={1}>{titel}</Heading>
      <Paragraph soft>
        <bdi>{omschrijving}</bdi> · <span className="zb-number">{zaak.identificatie}</span>
      </Paragraph>
    </>
  )
}
