import type { ReactNode } from 'react'

/** `role="alert"` makes a screen reader interrupt what it reads; `status` waits until it has finished. */
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
