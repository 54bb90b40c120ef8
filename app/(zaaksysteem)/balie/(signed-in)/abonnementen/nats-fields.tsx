import type { Protocol } from '#lib/contract/abonnement-resource.ts'
import { TextField } from '#lib/ui/form/text-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { ABONNEMENTEN } from '../paths.ts'

const { formulier } = abonnementen

/** A link instead of a field, so that the form has one protocol's fields without JavaScript too. */
export function ProtocolChoice({ protocol }: { protocol: Protocol }) {
  const isNats = protocol === 'NATS'
  return (
    <Paragraph>
      {isNats ? formulier.overNats : formulier.overHttp}{' '}
      <Link href={`${ABONNEMENTEN}/nieuw${isNats ? '' : '?protocol=NATS'}`}>
        {isNats ? formulier.liever.HTTP : formulier.liever.NATS}
      </Link>
    </Paragraph>
  )
}

/** The address of the stream, and the credentials. */
export function NatsFields({ field }: Pick<UsedForm, 'field'>) {
  return (
    <>
      <TextField {...field('sink')} label={formulier.server} hint={formulier.serverHint} autoComplete="off" />
      <TextField {...field('subject', formulier)} autoComplete="off" />
      <TextField {...field('stream', formulier)} optional={formulier.magLeeg} autoComplete="off" />
      <TextField {...field('identifier', formulier)} autoComplete="off" />
      <TextField {...field('secret', formulier)} type="password" autoComplete="new-password" />
    </>
  )
}

/** Replaces the present secret, which is never shown. */
export function NewSecretField({ field }: Pick<UsedForm, 'field'>) {
  return (
    <TextField
      {...field('secret')}
      type="password"
      label={formulier.nieuwSecret}
      optional={formulier.magLeeg}
      hint={formulier.nieuwSecretHint}
      autoComplete="new-password"
    />
  )
}
