import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { PersonList } from './PersonList';
import { forgetPerson, recallPerson, rememberPerson } from './rememberedPerson';
import { withSignOut } from './withSignOut';

/** Lets one choose among the people of the demo; a reload keeps the choice. */
export function DemoSignInPage(props: SignInPageProps) {
  const people = usePeople();
  const [name, setName] = useState(() => recallPerson(people));
  if (!name) {
    return (
      <PersonList
        people={people}
        onChoose={chosen => {
          rememberPerson(chosen);
          setName(chosen);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'X-Demo-Person': name }}
      onSignInSuccess={identity =>
        props.onSignInSuccess(withSignOut(identity, forgetPerson))
      }
    />
  );
}

/** The same list that the backend checks against: `stevedore.demo.people`. */
function usePeople() {
  return (
    useApi(configApiRef).getOptionalConfigArray('stevedore.demo.people') ?? []
  ).map(person => ({
    name: person.getString('name'),
    title: person.getString('title'),
    role: person.getString('role'),
  }));
}
