import { randomUUID } from 'node:crypto';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';

/** Which calls the server knows, as the client asks before its first append. */
export const supportedAnswer = (batches: boolean): SupportedMethods => {
  const methods = ['append', 'read', ...(batches ? ['batchappend'] : [])].map((name) =>
    new featuresPb.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  return new featuresPb.SupportedMethods().setEventStoreServerVersion('24.10.0').setMethodsList(methods);
};

/** The nodes of the cluster, the leader first. */
export const membersAnswer = (addresses: readonly string[]): ClusterInfo => {
  const { LEADER, FOLLOWER } = gossipPb.MemberInfo.VNodeState;
  const members = addresses.map((address, i) => {
    const [host = '', port = ''] = address.split(':');
    return new gossipPb.MemberInfo()
      .setInstanceId(new sharedPb.UUID().setString(randomUUID()))
      .setTimeStamp(String(Date.now()))
      .setState(i === 0 ? LEADER : FOLLOWER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossipPb.EndPoint().setAddress(host).setPort(Number(port)));
  });
  return new gossipPb.ClusterInfo().setMembersList(members);
};
