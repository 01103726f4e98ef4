import { makeStyles } from '@material-ui/core/styles';
import {
  AnswerAsk,
  Promotion,
  PromotionStepAsk,
} from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton, ReasonField } from '../../../components/action';
import { ErrorNotice } from '../../../components/notice';
import { useAnswer } from '../../../hooks/usePeople';
import {
  Filled,
  filledValues,
  schemaFields,
} from '../../../lib/promotion/schemaFields';
import { asSentence } from '../../../lib/words/plainRefs';
import { SchemaInput } from './SchemaInput';

const useStyles = makeStyles(
  theme => ({
    form: { '& > * + *': { marginTop: theme.spacing(1) } },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreAnswerForm' },
);

const WORDS: Record<AnswerAsk['action'], string> = {
  approve: 'Approve the step',
  reject: 'Reject the step',
  submit: 'Submit',
};

export interface AnswerFormProps {
  promotion: Pick<Promotion, 'project' | 'name'>;
  /** Index of the step. */
  step: number;
  ask: PromotionStepAsk;
}

/** Fields as the step's schema has them; whether the values will do, the backend says. */
export function AnswerForm({ promotion, step, ask }: AnswerFormProps) {
  const classes = useStyles();
  const { schema = {}, actions, whyNot } = ask;
  const [filled, setFilled] = useState<Filled>({});
  const [reason, setReason] = useState('');
  const { run, running, failure } = useAnswer(promotion, step);
  const why = whyNot && asSentence(whyNot);
  const answer = (action: AnswerAsk['action']) =>
    run({
      action,
      reason: reason.trim() || undefined,
      values: action === 'submit' ? filledValues(schema, filled) : undefined,
    });
  return (
    <div className={classes.form}>
      {!why && (
        <>
          {schemaFields(schema).map(field => (
            <SchemaInput
              key={field.name}
              step={step}
              field={field}
              value={filled[field.name] ?? field.initial}
              onChange={value => setFilled({ ...filled, [field.name]: value })}
            />
          ))}
          <ReasonField value={reason} onChange={setReason} />
        </>
      )}
      {failure && (
        <ErrorNotice what="Your answer was not taken" failure={failure} />
      )}
      <div className={classes.buttons}>
        {actions.map(action => (
          <DisabledReasonButton
            key={action}
            size="small"
            variant={action === 'reject' ? 'outlined' : 'contained'}
            color="primary"
            reason={why ?? (running ? 'It is being done.' : undefined)}
            onClick={() => void answer(action)}
          >
            {WORDS[action]}
          </DisabledReasonButton>
        ))}
      </div>
    </div>
  );
}
