import { CheckboxList } from '#lib/ui/form/choices.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { toegang as texts } from '#lib/ui/texts/balie/beheer/toegang.ts'
import type { Toegangsoort } from '#lib/zaaksysteem/generated/enums.ts'

const { magLeeg } = abonnementen.formulier

/**
 * The credentials that a sink requires, collapsed because most require none. `present`: those already
 * configured.
 */
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
      <TextArea {...field('certificate', texts)} {...empty} />
      <TextArea {...field('key', texts)} {...empty} />
      <TextField {...field('tokenendpoint', texts)} {...empty} type="url" />
      <TextField {...field('clientid', texts)} {...empty} />
      <TextField {...field('clientsecret', texts)} {...empty} type="password" autoComplete="new-password" />
      <TextField {...field('scope', texts)} {...empty} />
      <TextArea {...field('headers', texts)} {...empty} />
      {present.length > 0 && (
        <CheckboxList
          {...list('weg', texts)}
          options={present.map((soort) => ({ value: soort, label: texts.soort[soort] }))}
        />
      )}
    </details>
  )
}
