import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTexts } from '../../texts/language.tsx'
import type { ConsoleField, Values } from './console-function.ts'
import { texts } from './texts.ts'

interface FieldsProps {
  readonly fields: readonly ConsoleField[]
  readonly values: Values
  readonly onChange: (values: Values) => void
}

/** The parameters of a function, by their names on the wire. */
export function Fields({ fields, values, onChange }: FieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => {
            onChange({ ...values, [field.name]: value })
          }}
        />
      ))}
    </SimpleGrid>
  )
}

interface FieldProps {
  readonly field: ConsoleField
  readonly value: string
  readonly onChange: (value: string) => void
}

function Field({ field, value, onChange }: FieldProps) {
  const say = useTexts(texts)
  const { name, title, description, options, isTree, isRequired } = field
  const common = {
    label: name,
    description: [title, description].filter((text) => text !== '').join('. '),
    withAsterisk: isRequired,
    value,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      onChange(event.currentTarget.value)
    },
  }
  if (options.length > 0) {
    return <NativeSelect {...common} data={[{ value: '', label: say('leftOut') }, ...options]} />
  }
  if (!isTree) return <TextInput {...common} />
  return (
    <Textarea
      {...common}
      description={`${common.description} ${say('treeWhat')}`}
      placeholder="[0][good_name]=course"
      autosize
      minRows={2}
      ff="monospace"
    />
  )
}
