import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useSpeech } from '../texts/language.tsx'
import { PageHead } from './page-head.tsx'

/** For an address at which there is nothing, or nothing for staff. */
export function Nowhere({ isForOwners }: { readonly isForOwners: boolean }) {
  const { say } = useSpeech()
  return (
    <Stack align="flex-start">
      <PageHead title={say(isForOwners ? 'nowhere.owners' : 'nowhere.title')} />
      <Text>{say(isForOwners ? 'nowhere.ownersText' : 'nowhere.text')}</Text>
      <Anchor component={Link} href="/" underline="always">
        {say('nav.overview')}
      </Anchor>
    </Stack>
  )
}
