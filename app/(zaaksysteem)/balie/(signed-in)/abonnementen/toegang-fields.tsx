import { CheckboxList } from '#lib/ui/form/checkbox-list.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { toegang as texts } from '#lib/ui/texts/balie/beheer/toegang.ts'
import type { Toegangsoort } from '#lib/zaaksysteem/generated/enums.ts'

const { magLeeg } = abonnementen.formulier

/** What a sink asks before it lets us in, folded away: most ask nothing. `present` is what the abonnement has of it. */
export function ToegangFields({
  field,
  list,
  isNew,
  isOpen,
  present,
}: Pick<UsedForm, 'field' | 'list'> & { isNew: boolean; isOpen: boolean; present: readonly Toegangsoort[] }) {
  const empty = { optional: magLeeg, autoComplete: 'off', spellCheck: false } as const
  return (
    <details className="zb-card staff-disclosure" open={isOpen}>
      <summary>{texts.titel}</summary>
      <Paragraph soft>{isNew ? texts.uitleg : texts.uitlegWijzig}</Paragraph>
      <TextArea {...field('certificate')} {...empty} label={texts.certificate} hint={texts.certificateHint} />
      <TextArea {...field('key')} {...empty} label={texts.key} hint={texts.keyHint} />
      <TextField
        {...field('tokenendpoint')}
        {...empty}
        type="url"
        label={texts.tokenendpoint}
        hint={texts.tokenendpointHint}
      />
      <TextField {...field('clientid')} {...empty} label={texts.clientid} />
      <TextField
        {...field('clientsecret')}
        {...empty}
        type="password"
        autoComplete="new-password"
        label={texts.clientsecret}
      />
      <TextField {...field('scope')} {...empty} label={texts.scope} hint={texts.scopeHint} />
      <TextArea {...field('headers')} {...empty} label={texts.headers} hint={texts.headersHint} />
      {present.length > 0 && (
        <CheckboxList
          {...list('weg')}
          legend={texts.weg}
          options={present.map((soort) => ({ value: soort, label: texts.soort[soort] }))}
        />
      )}
    </details>
  )
}
