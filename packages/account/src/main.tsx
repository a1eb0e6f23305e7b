import '@mantine/core/styles.css'
import { type CSSVariablesResolver, createTheme, MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Problem } from './api/problem.ts'
import { LanguageProvider } from './texts/language.tsx'

const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 9, dark: 9 },
  autoContrast: true,
  defaultRadius: 'md',
  respectReducedMotion: true,
})

/** Under the pointer: darker than the darkest of the palette, as white on the one before it has 3.9 to 1. */
const hovered = { '--mantine-color-teal-filled-hover': '#066b4d' }

/** Faint text that can still be read: 4.5 to 1 and more (WCAG 2.2, 1.4.3). */
const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    ...hovered,
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-5)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-5)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    ...hovered,
  },
})

/** Signed out elsewhere, or no owner any more: what is shown goes by who it is now. */
function onError(error: Error): void {
  if (error instanceof Problem && (error.status === 401 || error.status === 403)) {
    void client.invalidateQueries({ queryKey: ['me'] })
  }
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // What was refused is refused again; what got lost on its way may get through.
      retry: (failures, error) => !(error instanceof Problem && error.status < 500) && failures < 2,
      refetchOnWindowFocus: true,
    },
  },
})

const nonce = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''
const root = document.querySelector('#root')
// For the styles that the library of components has others write.
setNonce(nonce)
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
        cssVariablesResolver={readable}
      >
        <QueryClientProvider client={client}>
          <LanguageProvider>
            <App />
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
