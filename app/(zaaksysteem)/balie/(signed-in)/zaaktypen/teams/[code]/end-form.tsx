'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { teamlijst } from '#lib/ui/texts/balie/beheer/teams.ts'
import { TEAMLIJST } from '../../../paths.ts'
import { endTeamAction } from './end-team-action.ts'

/** Ends a team, or takes that back. */
export function EndForm({ code, isEnded }: { code: string; isEnded: boolean }) {
  const form = useForm(endTeamAction)
  const { beeindigen, hervatten, fout } = teamlijst
  return (
    <Form form={form} hidden={{ code, beeindigd: isEnded ? 'nee' : 'ja' }} errorTitle={fout.titel}>
      <FormButtons
        label={isEnded ? hervatten.knop : beeindigen.knop}
        backHref={TEAMLIJST}
        {...(!isEnded && { className: 'staff-danger' })}
      />
    </Form>
  )
}
