import type { ReactNode } from 'react'
import '../../../../lib/ui/staff/list/filter-form.css'
import '../../../(zaaksysteem)/abonnementen/abonnementen.css'
import '../../../../lib/ui/chart/chart.css'

export default function MijnLayout({ children }: { children: ReactNode }) {
  return children
}
