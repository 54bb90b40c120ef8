import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** `role="alert"` makes a screen reader interrupt what it reads; `status` waits until it has finished. */
export function Alert({
  type = 'info',
  title,
  role,
  className,
  children,
}: {
  type?: 'info' | 'ok' | 'warning' | 'error'
  title?: string
  role?: 'alert' | 'status'
  className?: string
  children: ReactNode
}) {
  return (
    <div className={classNames('utrecht-alert', `utrecht-alert--${type}`, className)} role={role}>
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          {title && <strong>{title}</strong>}
          <div>{children}</div>
        </div>
      </div>
    </div>
  )
}
