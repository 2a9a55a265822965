import { useId } from "preact/hooks";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly onChange: (value: number) => void;
}

/** A number with its label; what is out of range is not taken. */
export function NumberField({ label, value, least, most, whole, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={least}
        max={most}
        step={whole ? 1 : "any"}
        value={value}
        onInput={({ currentTarget: input }) => {
          if (input.value !== "" && input.validity.valid) onChange(input.valueAsNumber);
        }}
        onBlur={({ currentTarget: input }) => {
          input.value = String(value);
        }}
      />
    </div>
  );
}
