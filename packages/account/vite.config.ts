import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/account/',
  plugins: [react()],
  // The manifest tells which files a page needs: test/budget.test.ts adds up their bytes.
  build: { manifest: true, target: 'es2023', sourcemap: false, assetsInlineLimit: 0 },
})
