import type { Metadata } from 'next'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { MOST_BYTES } from '#lib/zaaksysteem/catalogus/import/read-catalogus.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ZAAKTYPEN } from '../../paths.ts'
import { ImportForm } from './import-form.tsx'

const { importeren: texts } = zaaktypen

export const metadata: Metadata = { title: texts.titel }

export default async function ImporterenPage() {
  await requireBeheerder()
  return (
    <>
      <Breadcrumb items={[{ href: ZAAKTYPEN, text: zaaktypen.titel }]} current={texts.titel} />
      <Heading level={1}>{texts.titel}</Heading>
      {texts.uitleg.map((sentence) => (
        <Paragraph key={sentence} soft>
          {sentence}
        </Paragraph>
      ))}
      <Card isNarrow>
        <ImportForm mostBytes={MOST_BYTES} />
      </Card>
    </>
  )
}
