export { default } from '../no-access.tsx'
