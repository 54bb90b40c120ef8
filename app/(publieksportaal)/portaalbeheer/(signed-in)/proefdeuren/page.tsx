import type { Metadata } from 'next'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findProefdeuren } from '#lib/publieksportaal/proefdeur/proefdeur.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { AANSLUITEN, proefdeurPath } from '../../../aansluiten/paths.ts'
import { PORTAALBEHEER } from '../paths.ts'
import { closeProefdeurAction } from '../portaalbeheer-actions.ts'
import { ProefdeurForm } from './proefdeur-form.tsx'

const { proefdeuren: texts } = portaalbeheer

export const metadata: Metadata = { title: texts.titel }

/** The test doors, where a supplier can try a zaaksysteem before it is connected. */
export default async function ProefdeurenPage() {
  await requireBeheerder()
  const deuren = await findProefdeuren(publieksportaal())
  return (
    <div className="staff-stack">
      <div>
        <Breadcrumb items={[{ href: PORTAALBEHEER, text: portaalbeheer.titel }]} current={texts.titel} />
        <Heading level={1}>{texts.titel}</Heading>
        <Paragraph soft>{texts.uitleg}</Paragraph>
        <Paragraph>
          <Link href={AANSLUITEN}>{texts.wat}</Link>
        </Paragraph>
      </div>
      {deuren.length === 0 && <Paragraph>{texts.leeg}</Paragraph>}
      <ul className="zb-list portaalbeheer-bronnen">
        {deuren.map(({ id, code, naam, source, vervaltOp }) => (
          <li key={id} className="zb-card staff-facts">
            <Heading level={2}>{naam}</Heading>
            <DataList
              items={[
                { term: texts.source, value: source },
                { term: texts.tot, value: <Moment instant={vervaltOp} /> },
                { term: texts.pagina, value: <Link href={proefdeurPath(code)}>{texts.bekijk(naam)}</Link> },
              ]}
            />
            <PostForm action={closeProefdeurAction} fields={{ id }}>
              <Button appearance="secondary">
                {texts.sluit}
                <span className="zb-hidden"> {naam}</span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
      <Card isNarrow>
        <Heading level={2}>{texts.open}</Heading>
        <ProefdeurForm />
      </Card>
    </div>
  )
}
