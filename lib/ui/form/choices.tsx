import type { ComponentProps } from 'react'
import { FieldNotes } from './form-field.tsx'
import type { Option } from './labels.ts'

/** Checkboxes of one name. The first has the name as its `id`, so that an error can link to it. */
export function CheckboxList({
  name,
  legend,
  hint,
  error,
  options,
  chosen,
}: {
  name: string
  legend: string
  hint?: string | undefined
  error?: string | undefined
  options: readonly Option[]
  chosen: readonly string[]
}) {
  return (
    <fieldset className="zb-checkbox-list" aria-describedby={hint === undefined ? undefined : `${name}-hint`}>
      <legend>{legend}</legend>
      <FieldNotes name={name} hint={hint} error={error} />
      <div className="zb-checkbox-list__choices">
        {options.map(({ value, label }, index) => (
          <label key={value}>
            <input
              type="checkbox"
              id={index === 0 ? name : undefined}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type RadioCard = { value: string; title: string; description?: string | undefined }

/** Radio buttons with explanations. The first has the name as its `id`, so that an error can link to it. */
export function RadioCards({
  name,
  legend,
  cards,
  hint,
  error,
  defaultValue,
  ...input
}: {
  name: string
  legend: string
  cards: readonly RadioCard[]
  hint?: string | undefined
  error?: string | undefined
  defaultValue?: string | undefined
} & Omit<ComponentProps<'input'>, 'name' | 'defaultValue' | 'type' | 'className'>) {
  return (
    <fieldset className="zb-radio-cards" aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend>{legend}</legend>
      <FieldNotes name={name} hint={hint} error={error} />
      {cards.map((card, index) => (
        <label key={card.value} className="zb-radio-card">
          <input
            {...input}
            type="radio"
            id={index === 0 ? name : undefined}
            name={name}
            value={card.value}
            defaultChecked={defaultValue === undefined ? undefined : card.value === defaultValue}
            className="utrecht-radio-button utrecht-radio-button--html-input"
          />
          <span>
            <strong>{card.title}</strong>
            {card.description && <span>{card.description}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
