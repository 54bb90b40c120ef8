import type { FieldError } from './form-state.ts'

/** Every problem of a form at once, above it; each one leads to its field. */
export function FormErrors({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <div className="zb-form-errors" role="alert">
      <strong>{title}</strong>
      <ul>
        {errors.map(({ name, text }) => (
          <li key={text}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
