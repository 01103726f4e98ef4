import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Promotion } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../components/notice';
import { StateBadge } from '../../components/state';
import { PersonName, Version } from '../../components/text';
import { RelativeTime, Took } from '../../components/time';
import { hasEnded } from '../../lib/promotion/promotionTitle';
import { versionLabel } from '../../lib/words/names';
import { asSentence } from '../../lib/words/plainRefs';
import { phaseBadge } from '../../lib/words/stateBadges';
import { RollbackFacts } from './RollbackFacts';

const useStyles = makeStyles(
  theme => ({
    header: { '& > * + *': { marginTop: theme.spacing(1) } },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'StevedorePromotionHeader' },
);

/** What, where, who, its state and how long it took. */
export function PromotionHeader({ promotion }: { promotion: Promotion }) {
  const classes = useStyles();
  const { phase, freight, stage, startedAt, finishedAt, question } = promotion;
  const { inputs } = promotion;
  return (
    <div className={classes.header}>
      <div className={classes.line}>
        <StateBadge badge={phaseBadge(phase)} />
        {startedAt && (
          <span>
            {finishedAt ? 'took ' : 'running for '}
            <Took
              from={Date.parse(startedAt)}
              to={finishedAt ? Date.parse(finishedAt) : undefined}
            />
          </span>
        )}
        {finishedAt && (
          <span>
            ended <RelativeTime at={finishedAt} />
          </span>
        )}
      </div>
      <Typography variant="body2">
        {freight.versions.map(version => (
          <Version key={version.source} title={version.version}>
            {versionLabel(version)}{' '}
          </Version>
        ))}
        to <strong>{stage}</strong>
        {freight.alias && `, freight ${freight.alias}`}
      </Typography>
      {inputs && (
        <Typography variant="body2">
          With{' '}
          {inputs.map(({ name, value }, index) => (
            <span key={name}>
              {index > 0 && ', '}
              {name} <Version>{value || '(empty)'}</Version>
            </span>
          ))}
        </Typography>
      )}
      {promotion.rollback && <RollbackFacts rollback={promotion.rollback} />}
      <Asked promotion={promotion} />
      {phase !== 'Requested' && !question && (
        <Typography variant="body2">
          {asSentence(promotion.sentence)}
        </Typography>
      )}
      {question && (
        <Notice tone="attention">
          <strong>It asks you:</strong> {asSentence(question)}
        </Notice>
      )}
      {promotion.abortRequested && !hasEnded(promotion) && (
        <Notice tone="attention">
          It is being aborted: what it did so far is looked up.
        </Notice>
      )}
    </div>
  );
}

function Asked({ promotion }: { promotion: Promotion }) {
  const { automatic, requester, requestedAt, reason, phase } = promotion;
  // who asked for it stands in the approval panel
  if (phase === 'Requested') return null;
  return (
    <Typography variant="body2">
      {automatic ? (
        'Asked for automatically'
      ) : (
        <>
          Asked for by <PersonName entityRef={requester} />
        </>
      )}{' '}
      <RelativeTime at={requestedAt} />
      {reason && <>: “{reason}”</>}
    </Typography>
  );
}
