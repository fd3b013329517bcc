import { render } from 'preact'
import { connection } from './store/world.ts'

function Page() {
  return <main>{connection.value}</main>
}

const root = document.getElementById('page')
if (root) render(<Page />, root)
