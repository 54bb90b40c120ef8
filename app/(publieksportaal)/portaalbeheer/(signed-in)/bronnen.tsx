import type { BronRegel } from '#lib/publieksportaal/bron/bron.ts'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { PORTAALBEHEER } from './paths.ts'
import { readmitBronAction } from './portaalbeheer-actions.ts'

const { bronnen: texts } = portaalbeheer

export function Bronnen({ bronnen }: { bronnen: BronRegel[] }) {
  return (
    <section aria-labelledby="bronnen">
      <Heading level={2} id="bronnen">
        {texts.titel}
      </Heading>
      <Paragraph soft>{bronnen.length > 0 ? texts.uitleg : texts.leeg}</Paragraph>
      <ul className="zb-list portaalbeheer-bronnen">
        {bronnen.map((bron) => (
          <li key={bron.source} className="zb-card staff-facts">
            <Bron bron={bron} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Bron({ bron }: { bron: BronRegel }) {
  const { source, origin, status, bezorgwijzen, laatstAangenomenOp, laatstGeweigerdOp, faaltSinds } = bron
  const joined = (names: string[]) => [...new Set(names)].join(', ') || texts.geen
  return (
    <>
      <div className="zb-line portaalbeheer-bron__heading">
        <Heading level={3} className="staff-breakable">
          {source}
        </Heading>
        <Badge tone={status === 'actief' ? 'success' : 'neutral'}>{texts.status[status]}</Badge>
        {faaltSinds && <Badge tone="error">{texts.faalt}</Badge>}
      </div>
      <DataList
        items={[
          {
            term: texts.credentialtype,
            value: joined(bezorgwijzen.map(({ credentialtype }) => texts.credentialtypes[credentialtype])),
          },
          { term: texts.modus, value: joined(bezorgwijzen.map(({ contentmodus }) => texts.modi[contentmodus])) },
          { term: texts.origin, value: origin },
          { term: texts.laatsteGoed, value: <Moment instant={laatstAangenomenOp} otherwise={texts.nooit} /> },
          { term: texts.laatsteFout, value: <Moment instant={laatstGeweigerdOp} otherwise={texts.nooit} /> },
        ]}
      />
      {status === 'actief' ? (
        <ButtonLink appearance="secondary" href={`${PORTAALBEHEER}/intrekken?${new URLSearchParams({ bron: source })}`}>
          {texts.trekIn}
          <span className="zb-hidden"> {source}</span>
        </ButtonLink>
      ) : (
        <PostForm action={readmitBronAction} fields={{ bron: source }}>
          <Button appearance="secondary">
            {texts.neemAan}
            <span className="zb-hidden"> {source}</span>
          </Button>
        </PostForm>
      )}
    </>
  )
}
