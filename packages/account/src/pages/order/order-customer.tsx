import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { OutputOf } from '../../api/operations.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

/** Who ordered, from where, and what else was said when it was taken. */
export function OrderCustomer({ order }: { readonly order: OutputOf<'getOrder'> }) {
  const own = useTexts(texts)
  const { say, time } = useSpeech()
  const { customer, delivery, utm, attributes } = order
  const name = [customer.first_name, customer.middle_name, customer.last_name].filter((part) => part !== '').join(' ')
  const place = [delivery.postal_code, delivery.country, delivery.region, delivery.city, delivery.address]
  return (
    <Stack gap={4}>
      {name !== '' && <Text>{name}</Text>}
      <Anchor component={Link} href={`/customers?email=${encodeURIComponent(customer.email)}`} underline="always">
        {customer.email}
      </Anchor>
      <Fact label={own('phone')} value={customer.phone} />
      <Fact label={own('address')} value={place.filter((part) => part !== '').join(', ')} />
      <Fact label={say('order.created')} value={time(order.created_at)} />
      <Fact label={own('sent')} value={order.sent_at === null ? '' : time(order.sent_at)} />
      <Fact label={own('tracking')} value={order.tracking_number ?? ''} />
      <Fact label={own('coupon')} value={order.coupon ?? ''} />
      {Object.entries({ ...utmNamed(utm), ...attributes }).map(([label, value]) => (
        <Fact key={label} label={label} value={value} />
      ))}
      <Anchor href={order.payment_page} size="sm" underline="always" target="_blank" rel="noreferrer">
        {own('page')}
      </Anchor>
    </Stack>
  )
}

function utmNamed(utm: OutputOf<'getOrder'>['utm']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(utm).map(([name, value]) => [`utm_${name}`, value]))
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  if (value === '') return null
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <Text span c="dimmed">
        {label}:
      </Text>{' '}
      {value}
    </Text>
  )
}
