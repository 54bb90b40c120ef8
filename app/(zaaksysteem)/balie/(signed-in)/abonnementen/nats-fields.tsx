import type { Protocol } from '#lib/contract/abonnement-resource.ts'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { ABONNEMENTEN } from '../paths.ts'
import type { Entered } from './form-state.ts'

const { formulier } = abonnementen

/** A link and no field, so that the form has the fields of one protocol, without JavaScript too. */
export function ProtocolChoice({ protocol }: { protocol: Protocol }) {
  const isNats = protocol === 'NATS'
  return (
    <Paragraph>
      <input type="hidden" name="protocol" value={protocol} />
      {isNats ? formulier.overNats : formulier.overHttp}{' '}
      <Link href={`${ABONNEMENTEN}/nieuw${isNats ? '' : '?protocol=NATS'}`}>
        {isNats ? formulier.liever.HTTP : formulier.liever.NATS}
      </Link>
    </Paragraph>
  )
}

/** Where a stream is, and what we sign in with. */
export function NatsFields({
  entered,
  errorOf,
}: {
  entered: Entered
  errorOf: (name: keyof Entered) => string | undefined
}) {
  return (
    <>
      <TextField
        name="sink"
        label={formulier.server}
        hint={formulier.serverHint}
        defaultValue={entered.sink}
        error={errorOf('sink')}
        autoComplete="off"
      />
      <TextField
        name="subject"
        label={formulier.subject}
        hint={formulier.subjectHint}
        defaultValue={entered.subject}
        error={errorOf('subject')}
        autoComplete="off"
      />
      <TextField
        name="stream"
        label={formulier.stream}
        optional={formulier.magLeeg}
        hint={formulier.streamHint}
        defaultValue={entered.stream}
        error={errorOf('stream')}
        autoComplete="off"
      />
      <TextField
        name="identifier"
        label={formulier.identifier}
        hint={formulier.identifierHint}
        defaultValue={entered.identifier}
        error={errorOf('identifier')}
        autoComplete="off"
      />
      <TextField
        name="secret"
        type="password"
        label={formulier.secret}
        hint={formulier.secretHint}
        error={errorOf('secret')}
        autoComplete="new-password"
      />
    </>
  )
}

/** For an abonnement that has one, which is never shown. */
export function NewSecretField({ error }: { error: string | undefined }) {
  return (
    <TextField
      name="secret"
      type="password"
      label={formulier.nieuwSecret}
      optional={formulier.magLeeg}
      hint={formulier.nieuwSecretHint}
      error={error}
      autoComplete="new-password"
    />
  )
}
