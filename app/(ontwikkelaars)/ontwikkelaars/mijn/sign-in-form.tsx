'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { START } from '../paths.ts'
import { signInAction } from './client-actions.ts'

export function SignInForm({ taal, hasOauth, isDemo }: { taal: Taal; hasOauth: boolean; isDemo: boolean }) {
  const form = useForm(signInAction)
  const { bezig, inloggen } = mijn[taal]
  return (
    <Card isNarrow className="staff-form">
      {isDemo && (
        <Paragraph>
          {inloggen.demo} <Link href={START}>{ontwikkelaarsMenu[taal].paginas.start}</Link>
        </Paragraph>
      )}
      <Form form={form} className="dev-form">
        <TextField
          {...form.field('token')}
          label={inloggen.token}
          hint={hasOauth ? inloggen.hint : undefined}
          type="password"
          autoComplete="off"
          spellCheck={false}
        />
        <SubmitButton busy={bezig}>{inloggen.knop}</SubmitButton>
      </Form>
      <Paragraph small soft>
        {inloggen.duur}
      </Paragraph>
    </Card>
  )
}
