import type { ReactNode } from 'react'

/** `role="alert"` only where somebody must hear it at once. */
export function Alert({
  type = 'info',
  title,
  role,
  children,
}: {
  type?: 'info' | 'ok' | 'warning' | 'error'
  title?: string
  role?: 'alert' | 'status'
  children: ReactNode
}) {
  return (
    <div className={`utrecht-alert utrecht-alert--${type}`} role={role}>
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          {title && <strong>{title}</strong>}
          <div>{children}</div>
        </div>
      </div>
    </div>
  )
}
