import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { teamlijst as texts } from '#lib/ui/texts/balie/beheer/teams.ts'
import { zaaktypen as zaaktypeTexts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findTeamregels } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { TEAMLIJST, ZAAKTYPEN } from '../../../paths.ts'
import { VerrichtingForm } from '../../../verrichtingen/verrichting-form.tsx'
import { teamBeeindigen, teamHernoemen } from '../team-verrichtingen.ts'

export const metadata: Metadata = { title: texts.titel }

type Props = { params: Promise<{ code: string }> }

export default async function TeamPage({ params }: Props) {
  await requireBeheerder()
  const wanted = (await params).code
  const teams = await findTeamregels(zaaksysteem())
  const { code, naam, beeindigdOp, zaken, zaaktypen } =
    teams.find((team) => [team.code, encodeURIComponent(team.code)].includes(wanted)) ?? notFound()
  const einde = beeindigdOp ? texts.hervatten : texts.beeindigen
  return (
    <>
      <Breadcrumb
        items={[
          { href: ZAAKTYPEN, text: zaaktypeTexts.titel },
          { href: TEAMLIJST, text: texts.titel },
        ]}
        current={naam}
      />
      <Heading level={1}>{naam}</Heading>
      <Paragraph soft>{texts.code(code)}</Paragraph>
      <Card title={texts.hernoemen.titel} id="hernoemen" isNarrow>
        <VerrichtingForm
          verrichting={teamHernoemen}
          fields={{ code }}
          velden={[
            { soort: 'regel', name: 'naam', label: texts.hernoemen.naam, hint: texts.hernoemen.hint, value: naam },
          ]}
          label={texts.hernoemen.knop}
          backHref={TEAMLIJST}
        />
      </Card>
      <Card title={einde.titel} id="einde" isNarrow>
        <Paragraph>{einde.uitleg}</Paragraph>
        {!beeindigdOp && <Paragraph>{texts.beeindigen.nu(zaken, zaaktypen.join(', '))}</Paragraph>}
        <VerrichtingForm
          verrichting={teamBeeindigen}
          fields={{ code, beeindigd: beeindigdOp ? 'nee' : 'ja' }}
          label={einde.knop}
          backHref={TEAMLIJST}
          className={beeindigdOp ? undefined : 'staff-danger'}
        />
      </Card>
    </>
  )
}
